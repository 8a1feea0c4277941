import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { isCaseEvent, parseEventType } from '../../model/event/parseEventType.ts';
import { parseItemType } from '../../model/event/parseItemType.ts';
import { toOneLine } from '../../model/platform/escapeControls.ts';
import { showCount } from '../../model/values/show/showCount.ts';
import { resolveBrokerAccess } from '../broker/client/brokerAccess.ts';
import { Refusal } from '../broker/client/refusal.ts';
import { WaitingBudget } from '../broker/client/waitingBudget.ts';
import { computeModelVersion } from '../provider/events/computeModelVersion.ts';
import { buildSelectors, fetchBrokerPacts } from '../provider/fetchBrokerPacts.ts';
import { fails } from '../provider/findings/verdict.ts';
import { type FoundPacts, readPactFiles } from '../provider/interaction/readPactFiles.ts';
import type { Recorded } from '../provider/recordedEvents.ts';
import type { Publishing } from '../provider/resolvePublishing.ts';
import { resolvePublishing } from '../provider/resolvePublishing.ts';
import { type ProgressCounts, type ProviderResult, verifyProvider } from '../provider/verifyProvider.ts';
import { loadDomain } from './modules/loadDomain.ts';
import { print, printJson, printWarning } from './output/print.ts';
import { Progress } from './output/progress.ts';
import { formatProviderJson } from './provider/formatProviderJson.ts';
import { formatPactLines, formatWarningLines } from './provider/providerLines.ts';

/** The options of `verify-provider` from the command line. */
export interface ProviderFlags {
  readonly provider: string;
  readonly domain?: string;
  readonly recordings?: string;
  readonly runs: string;
  readonly seed: string;
  readonly consumer?: string;
  readonly branch: readonly string[];
  readonly mainBranch?: true;
  readonly environment: readonly string[];
  readonly deployed?: true;
  readonly publish?: true;
  readonly providerBranch?: string;
  readonly buildUrl?: string;
  readonly brokerBaseUrl?: string;
  readonly json?: true;
}

type Options = Omit<ProviderFlags, 'runs' | 'seed'> & { readonly runs: number; readonly seed: number };

/**
 * Verifies the pacts of some files, or without files those of a broker, and prints the results.
 * @throws Refusal if a pact fails
 */
export async function verifyPacts(files: readonly string[], options: Options): Promise<void> {
  const { runs, seed, recordings } = options;
  const domain = options.domain === undefined ? undefined : await loadDomain('--domain', options.domain);
  const recorded = recordings === undefined ? [] : await readRecordings(recordings);
  const version = computeModelVersion();
  const { pacts, unread, verifier } =
    files.length > 0
      ? { ...(await readPactFiles(files, options.provider)), verifier: undefined }
      : await fetchAtBroker(options, version);
  const progress = new Progress(process.stderr.isTTY);
  const result = await verifyProvider({
    pacts,
    domain,
    runs,
    seed,
    recorded,
    onProgress: (counts) => progress.show(() => formatProgress(counts)),
    ...(verifier === undefined ? {} : { verifier }),
  }).finally(() => progress.end());
  report(result, unread, version, options);
}

/** `24 of 60 interactions, 4,200 events` */
function formatProgress({ verified, interactions, events, finished, pacts }: ProgressCounts): string {
  const [done, all, held] = [verified, interactions, events].map((count) => count.toLocaleString('en'));
  const last = finished === 0 ? '' : `, ${finished} of ${pacts} pacts verified as a whole`;
  return `${done} of ${all} interactions, ${held} events${last}`;
}

async function fetchAtBroker(options: Options, version: string): Promise<FoundPacts & { verifier: Publishing }> {
  const access = resolveBrokerAccess(process.env, options.brokerBaseUrl);
  const { mainBranch = false, deployed = false, publish = false } = options;
  const selectors = buildSelectors({ ...options, mainBranch, deployed });
  const budget = new WaitingBudget();
  const found = await fetchBrokerPacts(access, options.provider, selectors, budget);
  const { providerBranch: branch, buildUrl } = options;
  return { ...found, verifier: resolvePublishing(access, { publish, version, branch, buildUrl }, process.env, budget) };
}

async function readRecordings(directory: string): Promise<readonly Recorded[]> {
  // Loads the schema too, which nothing else here needs.
  const { readRecordings } = await import('../provider/recordings.ts');
  const { recorded, others } = readRecordings(directory);
  const [first] = others;
  if (first !== undefined) {
    printWarning(
      `${directory}: ${others.length} of its values are not valid Cases events, and are not played (the first: ${first}).`,
    );
  }
  return recorded;
}

function report(
  result: ProviderResult,
  unread: FoundPacts['unread'],
  version: string,
  { json, runs, seed, publish }: Options,
): void {
  const { pacts, unknownStates } = result;
  for (const warning of pacts.flatMap(formatWarningLines)) printWarning(warning);
  if (unknownStates.length > 0) {
    printWarning(
      `These provider states are ignored (those without a reason are unknown to connect-cases-contracts): ${unknownStates.join(', ')}.`,
    );
  }
  const notRead = unread.map(({ source, problem }) => (problem.startsWith(source) ? problem : `${source}: ${problem}`));
  for (const warning of describeUnchecked(result.recordedUnplayed)) printWarning(warning);
  const lines = [
    ...pacts.flatMap((pact) => formatPactLines(pact)),
    ...notRead,
    `Verified by the event model ${version}.`,
  ];
  if (json)
    printJson({ ...formatProviderJson(result, { version, runs, seed }), ...(unread.length === 0 ? {} : { unread }) });
  else print(lines.join('\n'));
  const reasons = [
    ...describeUnpublished(pacts, publish === true),
    ...describeFailing(pacts),
    ...describeUnannounced(pacts),
    ...describeUnsettled([...unread, ...pacts.flatMap(({ pact, problem }) => (problem === undefined ? [] : [pact]))]),
  ];
  if (reasons.length > 0) throw new Refusal(reasons);
}

/** `RELATED_ITEM.CREATED Comment`; unknown types are not shown. */
function describeType(event: CasesEvent): string {
  const type = parseEventType(event.detail.eventType) ?? 'of no type that is known';
  if (isCaseEvent(event)) return type;
  return `${type} ${parseItemType(event.detail.relatedItem.relatedItemType) ?? 'of another item type'}`;
}

/** The captured events that no interaction applies to, by reason. */
function describeUnchecked({ ofOtherTypes, inOtherStates }: ProviderResult['recordedUnplayed']): string[] {
  const [others, states] = [ofOtherTypes.length, inOtherStates.length];
  const types = [...new Set(ofOtherTypes.map(({ event }) => describeType(event)))].sort();
  const countUnchecked = (count: number): string =>
    `${count} of the captured events ${count === 1 ? 'is' : 'are'} not checked`;
  return [
    ...(others === 0
      ? []
      : [
          `${countUnchecked(others)}: no interaction is about ${others === 1 ? 'its event type' : types.length === 1 ? 'their event type' : 'their event types'} (${types.join(', ')}).`,
        ]),
    ...(states === 0
      ? []
      : [
          `${countUnchecked(states)}: interactions are about ${states === 1 ? 'its' : 'their'} event type, but none has provider states that ${states === 1 ? 'it satisfies' : 'they satisfy'}.`,
        ]),
  ];
}

function describeFailing(pacts: ProviderResult['pacts']): string[] {
  const names = pacts
    .filter(({ holds, problem }) => !holds && problem === undefined)
    .map(({ pact }) => toOneLine(pact.consumer));
  if (names.length === 0) return [];
  const of = `${names.length} of ${showCount(pacts.length, 'pact')}`;
  const unmet = pacts.some(({ verdicts }) =>
    verdicts.some((verdict) => fails(verdict) && verdict.refused === undefined),
  );
  const what = unmet ? `${pacts.length === 1 ? 'expects' : 'expect'} more than AWS promises` : 'cannot be verified';
  return [`${of} ${what}: ${names.join(', ')}.`];
}

function describeUnsettled(pacts: readonly { readonly source: string }[]): string[] {
  if (pacts.length === 0) return [];
  return [`Not verified: ${pacts.map(({ source }) => source).join(', ')}. See above.`];
}

function describeUnannounced(pacts: ProviderResult['pacts']): string[] {
  const sources = pacts.flatMap(({ pact, publishProblem: why }) => (why === undefined ? [] : [pact.source]));
  return sources.length === 0 ? [] : [`No result was published for ${sources.join(', ')}: see above.`];
}

/** Failures that only captured events show are not published, because their values are personal. */
function describeUnpublished(pacts: ProviderResult['pacts'], publish: boolean): string[] {
  const sources = pacts
    .filter(({ published, problem, publishProblem: why }) => publish && !published && (problem ?? why) === undefined)
    .map(({ pact }) => pact.source);
  if (sources.length === 0) return [];
  return [
    `Nothing was published for ${sources.join(', ')}: this failure cannot be shown to the broker, which keeps the earlier result.`,
  ];
}
