import type { Leaf } from '../../../model/rule/compile/leaf.ts';
import { compileEventFilter, type LeafTarget } from '../../../model/rule/eventFilter.ts';
import type { OutsideEvent } from '../../../model/rule/filterLeaf.ts';
import { meetsAlone, prepareMatchers } from '../../../model/rule/match/matcher.ts';
import { readValues } from '../../../model/rule/match/readValues.ts';
import type { EventFilter } from '../../../model/rule/rule.ts';
import type { EventPath } from '../../../model/values/eventPath.ts';
import { showJson } from '../../../model/values/show/showJson.ts';
import { describeSent } from '../../harness/targetInput/describeInput.ts';
import { isMemberOfEvent, makeMessage, type Sendable } from '../../harness/transports/message.ts';
import type { Transport } from '../../harness/transports/transport.ts';
import type { WayFilter } from './wayFilter.ts';

/**
 * A filter as it decides about events. It is undefined if the event does not alone decide: the target makes another text
 * of it, or the filter looks at ids and times of a record.
 */
export function toEventFilter(filter: WayFilter, transport: Transport): EventFilter | undefined {
  const view = (event: object): object => filter.view(makeMessage(event as Sendable, transport.input?.write)) ?? {};
  return compileEventFilter(filter.rule, view, (leaf) => locateLeaf(leaf, filter, transport));
}

function locateLeaf(leaf: Leaf, filter: WayFilter, { input, opens }: Transport): LeafTarget | undefined {
  const { bodyKey } = filter;
  const within = bodyKey === undefined ? leaf.path : leaf.path.slice(1);
  // A notification around the event is the same for all events, but for texts that differ.
  const isWrapped = bodyKey !== undefined && opens?.outer !== undefined;
  if (isWrapped || (bodyKey !== undefined && leaf.path[0] !== bodyKey)) return locateOutside(leaf, filter);
  // Without a value a template makes no JSON, so that nobody can ask for absence.
  if (input?.locate !== undefined) return leaf.takesAbsence ? undefined : refuseIndices(input.locate(within));
  const unsent = leaf.takesAbsence ? undefined : findUnsent(input, within);
  if (unsent !== undefined) return unsent;
  const root = findRoot(input);
  return root && [...root, ...within];
}

/** Why no event meets a leaf that looks for a member of the whole event where only a part of it is sent. */
function findUnsent(input: Transport['input'], [member]: EventPath): OutsideEvent | undefined {
  if (input?.part?.[0] !== 'detail' || !isMemberOfEvent(member)) return undefined;
  const because = `${describeSent(input)}, which has no ${member}`;
  return { because, trap: `${because}: a filter sees nothing else, so write the pattern of what is sent.` };
}

/** The place of the body within the event; undefined if the target writes another text. */
function findRoot(input: Transport['input']): EventPath | undefined {
  if (input === undefined) return [];
  return refuseIndices(input.part);
}

/** Patterns do not look at single elements of lists. */
function refuseIndices(path: EventPath | undefined): EventPath | undefined {
  return path?.every((segment) => !/^\d+$/.test(segment)) ? path : undefined;
}

/** Two messages that differ in everything. */
const unlike = [
  ...[{ body: '{"id":"1"}', seed: '1', sentAt: 1e12, sequence: 0, receiveCount: 1 }],
  ...[{ body: '{"id":"2"}', seed: '2', sentAt: 2e12, sequence: 1, receiveCount: 1 }],
].map((message, index) => ({ ...message, account: `${index}`.repeat(12), region: `region-${index}` }));

/** A leaf that looks at another place than the event; undefined if records differ there. */
function locateOutside(leaf: Leaf, { view, nothing }: WayFilter): LeafTarget | undefined {
  const [matcher] = prepareMatchers([leaf]) as [ReturnType<typeof prepareMatchers>[number]];
  const [one, other] = unlike.map((message) => readValues(view(message), matcher));
  if (JSON.stringify(one) !== JSON.stringify(other)) return undefined;
  if (meetsAlone(matcher, view(unlike[0] as (typeof unlike)[number]))) return 'always met';
  const [value] = one ?? [];
  return value === undefined ? nothing : { because: `every record has ${showJson(value)} there` };
}
