import { type Plan, variationAt } from '../../../arbitraries/plan/plan.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { FactName } from '../../../model/facts/facts.ts';
import { itemTypeOfTomorrow } from '../../../model/facts/relatedItemTypes.ts';
import { path } from '../../../model/platform/nodeModules.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import { ContractViolation, type Replay } from '../failure/contractViolation.ts';
import { type Difference, differencesBetween } from '../failure/differences.ts';
import { presentable } from '../failure/presentable.ts';
import { rowSpelledOtherwise } from '../failure/sampleLines.ts';
import { withFramesOf } from '../failure/withFramesOf.ts';
import type { HandlerFailure } from '../lambda/runHandler.ts';
import type { Found } from '../run/run.ts';
import type { ResolvedOptions } from '../run/runOptions.ts';
import { sampleOf } from '../run/schedule.ts';
import { saveWitness, type Witness } from '../run/witness.ts';
import { explain } from './explain.ts';

/** The options of a run, and whose run it is: the handler by its name, and as code. */
export type PlayedOptions = ResolvedOptions & { readonly handler: HandlerName; readonly code: string };

/** The error for a found failure; its witness is kept, or printed where `CI` is set. */
export function violationOf(contract: Contract, found: Found, seed: number, options: PlayedOptions): ContractViolation {
  const replay: Replay | undefined = found.path === undefined ? found.witness?.replay : { seed, path: found.path };
  const differences = found.witness?.differences ?? differencesOf(found);
  const isSample = differences.length === 0 && found.class !== 'foreign' && found.repeated !== true;
  const facts = [
    ...new Set([
      ...(isSample && rowSpelledOtherwise(found.event) !== undefined ? ['eventTypes' as const] : []),
      ...(found.witness?.facts ?? factsOf(found)),
      ...(found.failure.open === undefined ? factsOfKind[found.failure.kind] : ['emptyEventLoop' as const]),
    ]),
  ];
  const witness =
    options.path === undefined
      ? keep(contract, found, { differences, facts, replay, handler: options.handler })
      : undefined;
  const { timeout, code, again } = options;
  const message = explain({
    contract,
    class: found.class,
    event: found.event,
    failure: found.failure,
    repeated: found.repeated === true,
    differences,
    facts,
    timeout,
    replay,
    code,
    again,
    witness,
  });
  const { title } = contract;
  const { error } = found.failure;
  const violation = { contract: title, class: found.class, event: found.event, differences, replay };
  return withFramesOf(new ContractViolation(message, violation, presentable(error)), error);
}

function differencesOf({ step, event }: Found): Difference[] {
  if (step === undefined) return ofForeign(event);
  return differencesBetween(sampleOf(step.plan), event);
}

/** All that a foreign event is: what kind first, then its detail, then the envelope that every event has. */
function ofForeign(event: object): Difference[] {
  const { 'detail-type': detailType, detail, ...envelope } = event as Record<string, unknown>;
  return [{ 'detail-type': detailType }, { detail }, envelope].flatMap((part) =>
    differencesBetween('detail' in part ? { detail: {} } : {}, part),
  );
}

const factsOfKind: Record<HandlerFailure['kind'], readonly FactName[]> = {
  threw: [],
  hung: ['retries'],
  late: ['retries'],
  changed: [],
  answer: ['answers'],
  tooLarge: ['answerSize'],
};

function factsOf({ step, repeated }: Found): FactName[] {
  if (repeated) return ['atLeastOnce'];
  if (step === undefined) return ['sourceOnlyRule'];
  return [...factsOfPlan(step.plan)];
}

/** The facts for which AWS may send the event of a plan. */
export function* factsOfPlan(plan: Plan): Iterable<FactName> {
  if (plan.shape.itemType === itemTypeOfTomorrow) yield 'additions';
  if (plan.fill !== undefined)
    yield* plan.fill.fields === 'none' ? (['textLength'] as const) : (['domainGrows', 'size'] as const);
  for (let slot = 0; slot < plan.variations.length; slot++) {
    const variation = variationAt(plan, slot);
    if (variation !== undefined) yield variation.fact;
  }
}

const MOST_PRINTED = 2000;

/** Where the witness was kept, in words; foreign events have no sample to differ from, and a repeat is one of two events: they are not kept. */
function keep(
  contract: Contract,
  found: Found,
  rest: Pick<Witness, 'differences' | 'facts' | 'handler' | 'replay'>,
): string | undefined {
  if (found.class === 'foreign' || found.repeated) return undefined;
  const itemType = found.witness?.itemType ?? found.step?.plan.shape.itemType ?? '';
  const identity = found.witness?.identity ?? found.step?.plan.identity;
  const witness: Witness = { title: contract.title, itemType, class: found.class, ...rest, identity };
  if (process.env.CI) {
    const text = JSON.stringify(witness.differences);
    return text.length > MOST_PRINTED ? undefined : `Witness (not kept, because CI is set): ${text}`;
  }
  const file = saveWitness(contract, witness);
  return file === undefined
    ? undefined
    : `Kept in ${path.relative(process.cwd(), file)}: every run plays it first, until it passes.`;
}
