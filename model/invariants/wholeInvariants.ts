import type { CustomContent } from '../event/casesEvent.ts';
import { isCaseEvent } from '../event/parseEventType.ts';
import { systemFields } from '../facts/fieldTypes.ts';
import { limits } from '../facts/limits.ts';
import { measureLength } from '../values/text.ts';
import { type Invariant, makeInvariant, reportUnless } from './invariant.ts';
import { readCaseFieldText } from './readCaseFieldText.ts';

const LEFT_OUT_TOGETHER = ['templateId', 'createdDateTime', 'fields'] as const;

/** Limits and omissions that concern several members at once. */
export const wholeInvariants: readonly Invariant[] = [
  makeInvariant('a deleted case has its id alone, or is like an updated one', 'deletedCase', (event) => {
    if (!isCaseEvent(event) || event.detail.eventType !== 'CASE.DELETED') return [];
    const theCase = event.detail.case;
    if (theCase.templateId !== undefined && theCase.createdDateTime !== undefined) return [];
    const missing = LEFT_OUT_TOGETHER.find((name) => theCase[name] === undefined);
    const there = LEFT_OUT_TOGETHER.filter((name) => theCase[name] !== undefined);
    const allowed = `present like the ${there.join(' and ')} of this case`;
    return reportUnless(there.length === 0, ['detail', 'case', missing ?? ''], 'missing', allowed);
  }),
  makeInvariant('at most 400 fields are included', 'fieldCount', (event) => {
    const count = isCaseEvent(event) ? Object.keys(event.detail.case.fields ?? {}).length : 0;
    const allowed = `at most ${limits.includedFields} fields`;
    return reportUnless(count <= limits.includedFields, ['detail', 'case', 'fields'], `${count} fields`, allowed);
  }),
  makeInvariant('a Custom related item has 1 to 50 fields', 'contentMembers', (event) => {
    const custom = isCaseEvent(event) ? undefined : event.detail.relatedItem.custom;
    const count = custom === undefined ? 1 : countFields(custom);
    const met = count >= 1 && count <= limits.customItemFields;
    const allowed = `1 to ${limits.customItemFields} fields`;
    return reportUnless(
      met,
      ['detail', 'relatedItem', 'custom', 'fields'],
      count === 0 ? 'empty' : `${count} fields`,
      allowed,
    );
  }),
  makeInvariant('the summary has at most 3,000 characters', 'textLength', (event, showValue) => {
    const summary = readCaseFieldText(event, 'summary') ?? '';
    const most = systemFields.summary.maximum;
    const segments = ['detail', 'case', 'fields', 'summary', 'value', 'stringValue'];
    const allowed = `a text of 0 to ${most.toLocaleString('en')} characters`;
    return reportUnless(measureLength(summary) <= most, segments, showValue(summary), allowed);
  }),
];

function countFields({ fields }: CustomContent): number {
  return Array.isArray(fields) ? fields.length : Object.keys(fields).length;
}
