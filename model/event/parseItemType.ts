import { inLowerCase, type RelatedItemType, relatedItemTypes } from '../facts/relatedItemTypes.ts';

/** How a related item type may be written: as the events page writes it, or in lower case. */
export function itemTypeSpellings(type: RelatedItemType): [documented: string, lowerCase: string] {
  return [type, inLowerCase(type)];
}

/** The related item type that a spelling names, or undefined for one of tomorrow. */
export function parseItemType(spelling: unknown): RelatedItemType | undefined {
  return relatedItemTypes.find((type) => itemTypeSpellings(type).includes(spelling as string));
}
