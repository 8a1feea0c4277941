import { limits } from '../../model/facts/limits.ts';
import type { CorruptEvent, Defect } from './defect.ts';

/** Defects of a field value: of a case, of a Custom related item, or of an Sla's target. */
export const valueDefects: readonly Defect[] = [
  value('with two members', { stringValue: 'a', doubleValue: 1 }),
  value('with an unknown member', { dateValue: '2022-03-16' }),
  value('with no member', {}),
  value('null', null),
  value('bare', 'open'),
  value('with a number as text', { stringValue: 5 }),
  value('with null as text', { stringValue: null }),
  value('with a text too long', { stringValue: 'x'.repeat(limits.fieldText + 1) }),
  value('with a text as number', { doubleValue: '5' }),
  value('with null as number', { doubleValue: null }),
  value('with a text as boolean', { booleanValue: 'true' }),
  value('with a number as user', { userArnValue: 7 }),
  value('with something in its emptiness', { emptyValue: { stringValue: '' } }),
];

function value(what: string, corrupted: unknown): Defect {
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
