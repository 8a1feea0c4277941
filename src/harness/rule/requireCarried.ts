import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { contractSpace } from '../../../contracts/contractSpace.ts';
import type { Read } from '../../../model/event/paths.ts';
import { removeAt } from '../../../model/rule/change/removeAt.ts';
import { valueAt } from '../../../model/values/eventPath.ts';
import { showJson } from '../../../model/values/show/showJson.ts';
import type { TargetInput, Transport } from '../transports/transport.ts';
import { formatEventSection, makeRuleViolation } from './ruleReport.ts';

/**
 * Requires that the target of a rule sends what a row reads: a constant input, a path or a template may leave it out.
 * @throws ContractViolation with the paths that no sent text depends on
 */
export function requireCarried(contract: Contract, transport: Transport | undefined): void {
  const { input } = transport ?? {};
  if (input === undefined || contract.reads.length === 0) return;
  const space = contractSpace(contract);
  const samples = space.isEmpty ? [] : space.samples();
  const dropped = contract.reads.filter((read) => isDropped(read, samples, input));
  const [planned] = samples;
  if (dropped.length === 0 || planned === undefined) return;
  const { name } = input;
  const paths = dropped.map(({ path }) => path).join(', ');
  throw makeRuleViolation(contract.title, `the target of the rule does not send ${paths}.`, planned, [
    formatEventSection('An event that loses it', planned, contract.domain),
    ['What the target sends for it', [showJson(input.write(planned.event()), MOST_SHOWN)]],
    ['Why', [`${name} sends another text in place of the event, and nothing in this text depends on ${paths}.`]],
    [
      'What to do',
      [
        `Let ${name} send it, or remove ${name}: then the target sends the event itself.`,
        `If the function does not need it, leave ${paths} out of the row.`,
      ],
    ],
  ]);
}

const MOST_SHOWN = 300;

/** Whether some samples have a value, and the target sends the same text for each of them without it. */
function isDropped({ segments }: Read, samples: readonly PlannedEvent[], { write }: TargetInput): boolean {
  const events = samples.map((sample) => sample.event()).filter((event) => valueAt(event, segments) !== undefined);
  return events.length > 0 && events.every((event) => write(event) === write(removeAt(event, segments) as object));
}
