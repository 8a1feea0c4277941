import type { Contract } from '../../../../contracts/contract.ts';
import { type FactName, facts } from '../../../../model/facts/facts.ts';
import { factLine, section } from '../../failure/failureLines.ts';
import { lambda } from '../../transports/lambda.ts';
import type { Transport } from '../../transports/transport.ts';
import type { GuaranteeViolation } from '../guarantees/guarantee.ts';
import { discrepancyLine } from '../observation/discrepancy.ts';
import { callLines, fewLines } from './callLines.ts';
import { describePlayFailure } from './describePlayFailure.ts';
import { failingEventSection, listSpellingFacts } from './failingEventSection.ts';
import { formatHeadline } from './formatHeadline.ts';
import { poisonSection } from './poisonSection.ts';

/**
 * The failure in one screen: the guarantee, the shortest delivery, the discrepancy, why AWS may deliver this way, how to
 * replay it.
 */
export function explainDelivery(
  { consumer, domain }: Pick<Contract, 'consumer' | 'domain'>,
  violation: GuaranteeViolation,
  replay: string,
  // By default EventBridge invokes the function itself.
  transport: Pick<Transport, 'facts'> = lambda,
): string {
  const { history, asked = [], failed, discrepancy } = violation;
  const isFailure = failed !== undefined && discrepancy === undefined;
  return [
    `${consumer}: ${formatHeadline(violation)}.`,
    ...section(
      `The delivery (${history.length} ${history.length === 1 ? 'event' : 'events'})`,
      callLines(violation, domain),
    ),
    ...poisonSection(violation, domain),
    ...section('The interleaved calls, in this order', fewLines(asked)),
    ...failingEventSection(violation, domain),
    ...section(isFailure ? 'What the handler did' : 'What differs', outcomeLines(violation)),
    ...section(
      'Why AWS may deliver this way',
      [...listSpellingFacts(violation, domain), ...listFacts(violation, transport)].map((name) =>
        factLine(facts[name]),
      ),
    ),
    ...section('Replay', [replay]),
  ].join('\n');
}

function outcomeLines({ discrepancy, failed }: GuaranteeViolation): readonly string[] {
  if (discrepancy !== undefined) return [discrepancyLine(discrepancy)];
  return failed === undefined ? [] : describePlayFailure(failed).lines(failed);
}

function listFacts(violation: GuaranteeViolation, transport: Pick<Transport, 'facts'>): readonly FactName[] {
  const { failed, guarantee } = violation;
  const ofFailure = failed && describePlayFailure(failed).facts?.(violation, transport);
  return ofFailure ?? guarantee.facts(violation, transport);
}
