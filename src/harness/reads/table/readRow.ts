import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import { type ContractOptions, contractsFor } from '../../../../contracts/contractsFor.ts';
import { ignored } from '../../../../contracts/ignored.ts';
import type { Table } from '../../../../contracts/table.ts';
import type { Domain } from '../../../../model/domain/domain.ts';
import { listReadablePaths, type Read } from '../../../../model/event/paths.ts';
import { type EventType, eventTypes } from '../../../../model/facts/eventTypes.ts';
import { type RelatedItemType, relatedItemTypes } from '../../../../model/facts/relatedItemTypes.ts';
import { isBelow } from '../../../../model/values/eventPath.ts';
import type { Handler } from '../../lambda/runHandler.ts';
import { findDelivered } from '../../rule/disagreement/findDelivered.ts';
import { withFilters } from '../../rule/withFilters.ts';
import type { ResolvedOptions } from '../../run/runOptions.ts';
import { findConnection } from '../../transports/connection.ts';
import type { TouchedPlaces } from '../row/readSummary.ts';
import { isDiscriminator } from '../row/rowGrammar.ts';
import { type ExploredRow, exploreRow } from './exploreRow.ts';
import { type Paths, type TypeRow, toTableValue } from './typeRow.ts';

/** A handler, and the events that reach it. */
export interface Reader {
  readonly handler: Handler;
  readonly options: ResolvedOptions;
  readonly domain: Domain;
  /** The rule before it, as `contractsFor` takes it. */
  readonly rule: ContractOptions<Domain>['rule'];
}

/** A row is corrected as often, at most: each correction makes visible what the one before hid. */
const CORRECTIONS = 5;

/**
 * The row of an event type as `verify` accepts it. It first declares all paths, to find those that are read. Then it
 * corrects the row until it has no fault.
 */
export async function readRow(eventType: EventType, reader: Reader): Promise<TypeRow | 'undelivered'> {
  const { domain } = reader;
  const [whole] = makeContracts(eventType, { members: new Map(), others: listLeaves(eventType, domain) }, reader);
  if (whole === undefined || (whole.rule !== undefined && findDelivered(whole, whole.rule) === undefined)) {
    return 'undelivered';
  }
  let row = split(await exploreRow(whole, reader.handler, reader.options, true));
  for (let round = 0; round < CORRECTIONS; round++) {
    const corrected = await correct(eventType, row, reader);
    if (corrected === undefined) return row;
    row = corrected;
  }
  return row;
}

/** The row after one check of each of its contracts; undefined if none has a fault. */
async function correct(eventType: EventType, row: TypeRow, reader: Reader): Promise<TypeRow | undefined> {
  const members = new Map(row.members);
  let { others } = row;
  let isCorrected = false;
  for (const contract of makeContracts(eventType, row, reader)) {
    const { summary, unread, undeclared } = await exploreRow(contract, reader.handler, reader.options);
    if (unread.length + undeclared.length === 0) continue;
    isCorrected = true;
    const kept = contract.reads.filter((read) => !unread.includes(read));
    const { itemType } = contract;
    const added = undeclared.map(({ read }) => read);
    if (itemType !== undefined && itemType !== 'otherwise') {
      members.set(itemType, toPaths([...kept, ...added]));
      continue;
    }
    others = toPaths([...kept, ...added.filter((read) => summary.grammar.allows(read))]);
    for (const { read, planned } of undeclared) {
      const type = relatedItemTypes.find((known) => known === planned.itemType);
      if (type === undefined || summary.grammar.allows(read)) continue;
      members.set(type, [...new Set([...(members.get(type) ?? others), read.path])]);
    }
  }
  return isCorrected ? { members, others } : undefined;
}

/** What is read of all events, by item type: a type with other paths than all others gets its own list. */
function split({ summary, samples, unread }: ExploredRow): TypeRow {
  const ofAny = summary.listDeclared('read').filter((read) => !unread.includes(read));
  const touched: TouchedPlaces = new Map();
  const listRead = (isWanted: (planned: PlannedEvent) => boolean): Paths => {
    const declared = ofAny.filter((read) => summary.stateOf(read, isWanted, touched) !== 'unread');
    return toPaths([...declared, ...summary.listUndeclared(isWanted).map(({ read }) => read)]);
  };
  const played = new Set(samples.map(({ itemType }) => itemType));
  const members = relatedItemTypes
    .filter((type) => played.has(type))
    .map((type) => [type, listRead(({ itemType }) => itemType === type)] as const);
  const known = members.map(([type]): string => type);
  const others = listRead(({ itemType }) => itemType === undefined || !known.includes(itemType));
  return { members: new Map<RelatedItemType, Paths>(members), others };
}

/** The contracts of an event type in a table that ignores all others. */
function makeContracts(eventType: EventType, row: TypeRow, { handler, domain, rule }: Reader): Contract[] {
  const ignoring = Object.fromEntries(eventTypes.map((type) => [type, ignored]));
  const table = { ...ignoring, [eventType]: toTableValue(row) } as unknown as Table;
  const contracts: readonly Contract[] = contractsFor('readsOf', table, { domain, rule });
  return contracts
    .filter((contract) => contract.eventType === eventType)
    .map((contract) => withFilters(contract, findConnection(handler)?.transport));
}

/** The paths of all events of a type that have no other paths below, and that a row may lack. */
function listLeaves(eventType: EventType, domain: Domain): Paths {
  const all = listReadablePaths({ eventType, domain });
  const isLeaf = ({ segments }: Read): boolean => !all.some((other) => isBelow(other.segments, segments));
  return all.filter((read) => isLeaf(read) && !isDiscriminator(read.segments)).map(({ path }) => path);
}

/** The paths of some reads, without those below another one of them, in the order of the grammar. */
function toPaths(reads: readonly Read[]): Paths {
  const outermost = reads.filter(({ segments }) => !reads.some((above) => isBelow(segments, above.segments)));
  return [...new Set(outermost.map(({ path }) => path))];
}
