import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import { cutToHead } from '../../../model/values/text.ts';
import type { Run } from '../run/run.ts';
import type { ResolvedOptions } from '../run/runOptions.ts';
import { describeInput } from '../targetInput/describeInput.ts';

/** The handlers with a warning, by table: one line says it for all rows. */
const warned = new WeakMap<object, WeakSet<object>>();

/** The most characters of an answer. */
const MOST = 60;

/**
 * Warns once per table of a handler of which nothing differs from event to event: neither its answers nor what it
 * calls, as far as that is watched. One that does nothing would pass as well. A batch function whose calls nobody watches
 * gets no warning: its answer names failures only, so it is always the same.
 */
export function warnOfNoOutcome(
  { title, table, reads }: Pick<Contract, 'title' | 'table' | 'reads'>,
  { handler, outcomes, transport }: Pick<Run, 'handler' | 'outcomes' | 'transport'>,
  { downstream }: Pick<ResolvedOptions, 'downstream'>,
  sample?: PlannedEvent,
): void {
  if (reads.length === 0 || outcomes.differ) return;
  if (transport?.opens !== undefined && downstream === undefined) return;
  const handlers = warned.get(table) ?? new WeakSet();
  warned.set(table, handlers);
  if (handlers.has(handler)) return;
  handlers.add(handler);
  const { first } = outcomes;
  const answer =
    first === undefined || first === ''
      ? 'nothing'
      : `${first.length > MOST ? cutToHead(first, MOST) : first} every time`;
  const sent = transport?.input && sample && describeInput(transport.input, sample.event());
  warn(
    `${title}: nothing that comes out depends on the event: the handler answers ${answer}.${sent === undefined ? '' : ` ${sent}.`} So this test cannot tell it from one that only reads. Let it answer what it did, or watch what it calls (the option downstream).`,
  );
}
