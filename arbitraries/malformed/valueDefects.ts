import { limits } from '../../model/facts/limits.ts';
import type { CorruptEvent, Defect } from './defect.ts';

/** Defects of a field value: of a case, of a Custom related item, or of an Sla's target. */
export const valueDefects: readonly Defect[] = [
  replaceFieldValue('with two members', { stringValue: 'a', doubleValue: 1 }),
  replaceFieldValue('with an unknown member', { dateValue: '2022-03-16' }),
  replaceFieldValue('with no member', {}),
  replaceFieldValue('null', null),
  replaceFieldValue('bare', 'open'),
  replaceFieldValue('with a number as text', { stringValue: 5 }),
  replaceFieldValue('with null as text', { stringValue: null }),
  replaceFieldValue('with a text too long', { stringValue: 'x'.repeat(limits.fieldText + 1) }),
  replaceFieldValue('with a text as number', { doubleValue: '5' }),
  replaceFieldValue('with null as number', { doubleValue: null }),
  replaceFieldValue('with a text as boolean', { booleanValue: 'true' }),
  replaceFieldValue('with a number as user', { userArnValue: 7 }),
  replaceFieldValue('with something in its emptiness', { emptyValue: { stringValue: '' } }),
];

function replaceFieldValue(what: string, corrupted: unknown): Defect {
  return {
    name: `a field value ${what}`,
    fits: (event) => findFieldValue(event) !== undefined,
    corrupt: (event) => {
      const { holder, key } = findFieldValue(event) as Place;
      holder[key] = corrupted as CorruptEvent;
    },
  };
}

interface Place {
  readonly holder: CorruptEvent;
  readonly key: string | number;
}

/** The place of an event's first field value. */
function findFieldValue({ detail }: CorruptEvent): Place | undefined {
  const item = detail?.relatedItem;
  const targets = item?.sla?.slaConfiguration?.targetFieldValues;
  if (targets !== undefined) return { holder: targets, key: 0 };
  const [field] = Object.values(detail?.case?.fields ?? item?.custom?.fields ?? {});
  return field === undefined ? undefined : { holder: field, key: 'value' };
}
