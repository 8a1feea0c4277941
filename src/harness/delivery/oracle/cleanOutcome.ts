import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { joinFirst } from '../../../../model/values/show/joinFirst.ts';
import type { Observed } from '../observation/callObserve.ts';
import { type Discrepancy, formatPlace } from '../observation/discrepancy.ts';
import { NotJson } from '../observation/notJson.ts';

/** A number that JSON lacks, such as `NaN`: no consumer stores one on purpose. */
export function findOddNumber({ seen, odd }: Observed): Discrepancy | undefined {
  if (typeof odd?.value !== 'number') return undefined;
  return {
    path: formatPlace(seen, odd.names),
    expected: new NotJson('a number'),
    received: new NotJson(String(odd.value)),
  };
}

/** The events before an observation, in words. */
export function describeHistory(history: readonly CasesEvent[]): string {
  const types = history.map(({ detail }) => detail.eventType);
  return `after a clean delivery of ${joinFirst(types, 3)}`;
}
