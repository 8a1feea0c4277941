import { type RelatedItemType, relatedItemTypes, spellInLowerCase } from '../facts/relatedItemTypes.ts';

/** The spellings of a related item type: that of the events page, and lower case. */
export function listItemTypeSpellings(type: RelatedItemType): [documented: string, lowerCase: string] {
  return [type, spellInLowerCase(type)];
}

/** The related item type of a spelling, or undefined for an unknown type. */
export function parseItemType(spelling: unknown): RelatedItemType | undefined {
  return relatedItemTypes.find((type) => listItemTypeSpellings(type).includes(spelling as string));
}
