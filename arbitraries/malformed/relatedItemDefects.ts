import { limits } from '../../model/facts/limits.ts';
import { contentKeys, relatedItemTypes, spellInLowerCase } from '../../model/facts/relatedItemTypes.ts';
import { changeValue, removeProperty, replaceValue } from './corrupt.ts';
import type { Defect } from './defect.ts';
import {
  listObjectDefects,
  listOptionalInstantDefects,
  listOptionalTextDefects,
  listRequiredInstantDefects,
  listRequiredTextDefects,
  listRequiredWordDefects,
  listTextListDefects,
  listWordDefects,
} from './rules.ts';

const ITEM = ['detail', 'relatedItem'];
const COMMENT = [...ITEM, 'comment'];
const CONTACT = [...ITEM, 'contact'];
const SLA = [...ITEM, 'sla', 'slaConfiguration'];
const ITEM_FIELDS = [...ITEM, 'custom', 'fields'];

/** Defects of a related-item event outside its content. */
export const relatedItemDefects: readonly Defect[] = [
  removeProperty(...ITEM),
  ...listObjectDefects(ITEM),
  ...listRequiredWordDefects([...ITEM, 'relatedItemType']),
  ...listRequiredTextDefects([...ITEM, 'relatedItemId'], limits.identifier),
  replaceValue('that no ARN carries', [...ITEM, 'relatedItemId'], 'another-item'),
  ...listRequiredTextDefects([...ITEM, 'caseId'], limits.identifier),
  replaceValue('that no ARN carries', [...ITEM, 'caseId'], 'another-case'),
  excludeDeletions(removeProperty(...ITEM, 'createdDateTime')),
  ...listOptionalInstantDefects([...ITEM, 'createdDateTime']),
  replaceValue('after the change', [...ITEM, 'createdDateTime'], '2101-01-01T00:00:00.000Z'),
  ...listTextListDefects(['detail', 'changedAttributes']),
];

/** Excludes deletions, which may have only the type and ids left. */
function excludeDeletions(defect: Defect): Defect {
  return { ...defect, fits: (event) => !String(event.detail?.eventType).endsWith('.DELETED') && defect.fits(event) };
}

/** Defects of a related item's content. */
export const contentDefects: readonly Defect[] = [
  ...relatedItemTypes.flatMap((type) => listObjectDefects([...ITEM, contentKeys[type]])),
  ...listRequiredTextDefects([...COMMENT, 'body'], limits.commentBody),
  ...listWordDefects([...COMMENT, 'contentType']),
  ...listRequiredTextDefects([...CONTACT, 'contactArn'], limits.identifier),
  ...listOptionalTextDefects([...CONTACT, 'channel'], limits.channel),
  ...listOptionalInstantDefects([...CONTACT, 'connectedToSystemTime']),
  ...listRequiredTextDefects([...ITEM, 'file', 'fileArn'], limits.identifier),
  ...listRequiredTextDefects([...ITEM, 'connectCase', 'caseId'], limits.identifier),
  removeProperty(...SLA),
  ...listObjectDefects(SLA),
  ...listRequiredTextDefects([...SLA, 'name'], limits.slaName),
  ...listRequiredWordDefects([...SLA, 'type']),
  ...listRequiredWordDefects([...SLA, 'status']),
  ...listRequiredInstantDefects([...SLA, 'targetTime']),
  ...listOptionalTextDefects([...SLA, 'fieldId'], limits.identifier),
  replaceValue('no list', [...SLA, 'targetFieldValues'], { stringValue: 'closed' }),
  ...listOptionalInstantDefects([...SLA, 'completionTime']),
  removeProperty(...ITEM_FIELDS),
  ...listObjectDefects(ITEM_FIELDS),
  replaceValue('empty', ITEM_FIELDS, []),
  replaceValue('without an id', ITEM_FIELDS, [{ value: { stringValue: 'a' } }]),
  replaceValue('with an empty id', ITEM_FIELDS, [{ id: '', value: { stringValue: 'a' } }]),
  replaceValue('with a name', ITEM_FIELDS, [{ id: 'a', value: { stringValue: 'a' }, name: 'A' }]),
  replaceValue('more than an item can have', ITEM_FIELDS, makeTooManyFields()),
  ...relatedItemTypes.map(addForeignContent),
];

function makeTooManyFields(): object[] {
  return Array.from({ length: limits.customItemFields + 1 }, (_, index) => ({
    id: `one-too-many-${index}`,
    value: { stringValue: 'a' },
  }));
}

/** A known item type with the content of a second type. For an unknown type nobody knows the content. */
function addForeignContent(type: (typeof relatedItemTypes)[number]): Defect {
  const other = type === 'Comment' ? 'File' : 'Comment';
  const defect = changeValue(`the content of a ${other} in a ${type}`, ITEM, ({ relatedItem }) => {
    Object.assign(
      relatedItem as object,
      other === 'File' ? { file: { fileArn: 'arn' } } : { comment: { body: 'text' } },
    );
  });
  const spellings = [type, spellInLowerCase(type)];
  const isOfType = (itemType: unknown): boolean => spellings.includes(String(itemType));
  return { ...defect, fits: (event) => defect.fits(event) && isOfType(event.detail?.relatedItem?.relatedItemType) };
}
