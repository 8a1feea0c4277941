import type { Contract } from '../../../../contracts/contract.ts';
import { type FactName, facts } from '../../../../model/facts/facts.ts';
import { showCount } from '../../../../model/values/show/showCount.ts';
import { showLoggedCall } from '../../downstream/showCall.ts';
import { formatFact, formatSection } from '../../failure/failureLines.ts';
import { formatPrinted } from '../../failure/formatPrinted.ts';
import { lambda } from '../../transports/lambda.ts';
import type { Transport } from '../../transports/transport.ts';
import type { GuaranteeViolation } from '../guarantees/guarantee.ts';
import { formatDiscrepancy } from '../observation/discrepancy.ts';
import type { PlayFailure } from '../play/playedDelivery.ts';
import { describePlayFailure } from './describePlayFailure.ts';
import { formatHeadline } from './formatHeadline.ts';
import { limitLines, listCallLines } from './listCallLines.ts';
import { listSpellingFacts, writeFailingEventSection } from './writeFailingEventSection.ts';
import { writePoisonSection } from './writePoisonSection.ts';

/**
 * The failure in one screen: the guarantee, the shortest delivery, the discrepancy, why AWS may deliver this way, how to
 * replay it.
 */
export function explainDelivery(
  { consumer, domain }: Pick<Contract, 'consumer' | 'domain'>,
  violation: GuaranteeViolation,
  replay: readonly string[],
  // By default EventBridge invokes the function itself.
  transport: Pick<Transport, 'facts' | 'input'> = lambda,
): string {
  const { history, made = [], failed, discrepancy } = violation;
  const isFailure = failed !== undefined && discrepancy === undefined;
  return [
    `${consumer}: ${formatHeadline(violation)}.`,
    ...formatSection(`The delivery (${showCount(history.length, 'event')})`, listCallLines(violation, domain)),
    ...writePoisonSection(violation, domain),
    ...formatSection(
      'The watched calls, in this order',
      limitLines(made.map((call) => `${call.by + 1}. ${showLoggedCall(call)}`)),
    ),
    ...writeFailingEventSection(violation, domain, transport),
    ...formatSection(isFailure ? 'What the handler did' : 'What differs', formatOutcome(violation)),
    ...formatSection('What it printed', formatPrinted(findPrinted(failed))),
    ...formatSection(
      'Why AWS may deliver this way',
      [...listSpellingFacts(violation, domain), ...listFacts(violation, transport)].map((name) =>
        formatFact(facts[name]),
      ),
    ),
    ...formatSection('Replay', replay),
  ].join('\n');
}

function formatOutcome({ discrepancy, failed }: GuaranteeViolation): readonly string[] {
  if (discrepancy !== undefined) {
    return [formatDiscrepancy(discrepancy), ...(discrepancy.isReordered ? [SORT_IT] : [])];
  }
  return failed === undefined ? [] : describePlayFailure(failed).lines(failed);
}

/** What the handler printed in the call that ended the delivery. */
function findPrinted(failed: PlayFailure | undefined): readonly string[] {
  if (failed === undefined || failed.kind === 'wrong answer') return [];
  return failed.failure?.printed ?? (failed.kind === 'given up' ? failed.printed : undefined) ?? [];
}

const SORT_IT = 'observe() shows the same values in another order: sort them in observe if their order means nothing';

function listFacts(violation: GuaranteeViolation, transport: Pick<Transport, 'facts'>): readonly FactName[] {
  const { failed, guarantee } = violation;
  const ofFailure = failed && describePlayFailure(failed).facts?.(violation, transport);
  return ofFailure ?? guarantee.facts(violation, transport);
}
