import { type Domain, requireDomain } from '../model/domain/domain.ts';
import { exampleDomain } from '../model/domain/exampleDomain.ts';
import { contentPaths } from '../model/event/contentPaths.ts';
import { defaultDialect } from '../model/event/dialect.ts';
import { listPlayedItemTypes } from '../model/event/listPlayedItemTypes.ts';
import { type Read, type ReadScope, resolveRead } from '../model/event/paths.ts';
import { type EventType, eventTypes, isRelatedItemEventType } from '../model/facts/eventTypes.ts';
import { type RelatedItemType, relatedItemTypes, unknownItemType } from '../model/facts/relatedItemTypes.ts';
import { getRunningTestFile } from '../model/platform/getRunningTestFile.ts';
import { listCallerFiles } from '../model/platform/listCallerFiles.ts';
import { hashToHex } from '../model/platform/nodeModules.ts';
import { DEFAULT_RUNS, DEFAULT_TEST_LIMIT, raiseTestLimit } from '../model/platform/testLimit.ts';
import { compileRule, type Rule } from '../model/rule/rule.ts';
import { deepFreeze } from '../model/values/deepFreeze.ts';
import { didYouMean, InvalidArgumentError, listWords, requireKnownKeys } from '../model/values/invalidArgument.ts';
import packageJson from '../package.json';
import { requireConsumerName } from './consumerName.ts';
import type { Contract, Contracts, ContractTable } from './contract.ts';
import type { DomainWithoutFields, NotGiven } from './domainWithoutFields.ts';
import { getMadeContracts } from './getMadeContracts.ts';
import { isIgnored } from './ignored.ts';
import { refuseNoPattern } from './refuseNoPattern.ts';
import { requireDomainForRule } from './requireDomainForRule.ts';
import { requireNoneUndelivered } from './requireNoneUndelivered.ts';
import { requireSource } from './requireSource.ts';
import type { Table } from './table.ts';
import { isUndelivered } from './undelivered.ts';

/** Options of {@link contractsFor}. */
export interface ContractOptions<D> {
  /**
   * The domain whose events the consumer gets. A table without fields and content may omit it, and gets the example
   * domain.
   */
  readonly domain?: D;
  /**
   * The EventBridge rule before the handler: its event pattern, as an object or as JSON text. Several rules are a list:
   * one of them suffices. Only what it delivers is played. Without it every event reaches the handler.
   */
  readonly rule?: EventPatternInput | readonly EventPatternInput[] | undefined;
}

/** An event pattern: an object, or its JSON as text. */
export type EventPatternInput = object | string;

/**
 * Makes the contracts of a consumer, one for each row of its table. A row with item types makes one for each of them
 * and one for `otherwise`. It runs nothing; the contracts are frozen values.
 * @throws InvalidArgumentError for a wrong name, row or path, with the allowed ones and the nearest word
 */
export function contractsFor<D extends Domain = DomainWithoutFields>(
  consumer: string,
  table: Table<NoInfer<D>>,
  options: ContractOptions<D> = {},
): Contracts<KnownDomain<D>> {
  requireConsumerName(consumer);
  raiseLimitForRuns();
  requireKnownKeys('options', options, ['domain', 'rule']);
  const domain = requireDomain(options.domain ?? exampleDomain);
  refuseNoPattern(options.rule);
  const rule = options.rule === undefined ? undefined : compileRule('options.rule', options.rule);
  if (rule !== undefined) requireSource(rule);
  if (rule !== undefined && options.domain === undefined) requireDomainForRule(rule);
  requireTotal(table);
  if (options.domain === undefined) requireNothingOfDomain(table);
  const rows = eventTypes.flatMap((eventType) => readRows(eventType, table[eventType], domain));
  if (rule === undefined) requireNoneUndelivered(rows);
  const titles = rows.map((row) => formatTitle(consumer, row));
  const callers = listCallerFiles(contractsFor);
  const [declaredIn] = callers;
  const testFile = getRunningTestFile() ?? callers.at(-1);
  const ofTable: ContractTable = {
    rows: rows.map(({ eventType, itemType, itemTypes, otherItemTypes, undelivered, reads }, index) => ({
      title: titles[index] as string,
      ...{ eventType, itemTypes, otherItemTypes },
      ...(itemType === undefined ? {} : { itemType }),
      ...(undelivered && { undelivered }),
      isRead: reads.length > 0,
    })),
    digest: hashTable(consumer, rows, domain, rule),
    ...(declaredIn === undefined ? {} : { declaredIn }),
    ...(testFile === undefined ? {} : { testFile }),
  };
  // The domain is frozen already, and must keep its identity.
  const contracts = deepFreeze(
    rows.map((row, index) => ({
      ...row,
      consumer,
      title: titles[index] as string,
      domain,
      table: ofTable,
      ...(rule && { rule }),
    })),
  );
  for (const contract of contracts) getMadeContracts().add(contract);
  return contracts as unknown as Contracts<KnownDomain<D>>;
}

/** More random events take longer. A test file calls {@link contractsFor} while its tests can still get more time. */
function raiseLimitForRuns(): void {
  const runs = Number(process.env.CASES_RUNS);
  if (runs > DEFAULT_RUNS) raiseTestLimit(Math.min((DEFAULT_TEST_LIMIT * runs) / DEFAULT_RUNS, LONGEST_TIMER));
}

/** The longest time of a timer, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The domain of the events: without a domain, their fields and contents are unknown. */
type KnownDomain<D extends Domain> = D extends NotGiven ? Domain : D;

type Row = Pick<Contract, 'eventType' | 'ignores' | 'undelivered' | 'reads' | 'itemTypes' | 'otherItemTypes'> & {
  readonly itemType?: RelatedItemType | 'otherwise';
};

function requireTotal(table: unknown): asserts table is Record<EventType, unknown> {
  requireKnownKeys('the table', table, eventTypes, 'row');
  const missing = eventTypes.find((type) => !Object.hasOwn(table as object, type));
  if (missing === undefined) return;
  throw new InvalidArgumentError({
    argument: `the row "${missing}" of the table`,
    received: undefined,
    allowed: describeAllowedRows(missing),
    because: 'A table needs a row for every event type, because every type can reach the consumer',
    todo: `Add '${missing}': ignored if the handler reads nothing of these events`,
  });
}

/** Fields and content belong to the domain. Without it, tests would silently play those of the example domain. */
function requireNothingOfDomain(table: Readonly<Record<EventType, unknown>>): void {
  for (const eventType of eventTypes) {
    const row = table[eventType];
    const field = findFirst(row, (path) => /^case\.fields(\.|$)/.test(path));
    if (field !== undefined) {
      const matter = 'the domain decides which fields exist, under which ids';
      throw refuseWithoutDomain(`The row "${eventType}" reads ${field}, and ${matter}`);
    }
    for (const itemType of relatedItemTypes) {
      const items = (row as { readonly [Type in RelatedItemType]?: unknown } | null | undefined)?.[itemType];
      const content = findFirst(items, (path) => (contentPaths[itemType] as readonly string[]).includes(path));
      if (content === undefined) continue;
      const matter = 'the configuration of the domain decides whether events carry the content of related items';
      throw refuseWithoutDomain(`The row "${eventType}".${itemType} reads ${content}, and ${matter}`);
    }
  }
}

function findFirst(row: unknown, of: (path: string) => boolean): string | undefined {
  return Array.isArray(row) ? row.map(String).find(of) : undefined;
}

function refuseWithoutDomain(because: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: 'options.domain',
    received: undefined,
    allowed: 'the domain whose events the consumer gets',
    because,
    todo: 'Write: contractsFor(consumer, table, { domain }), with the domain from defineDomain',
  });
}

function readRows(eventType: EventType, row: unknown, domain: Domain): Row[] {
  const where = `the row "${eventType}"`;
  if (isIgnored(row) || isUndelivered(row) || Array.isArray(row)) {
    return [
      readRow(
        where,
        row,
        { eventType, domain },
        isRelatedItemEventType(eventType) ? listEveryItemType(eventType, []) : noItemTypes,
      ),
    ];
  }
  if (!isRelatedItemEventType(eventType) || typeof row !== 'object' || row === null) {
    throw new InvalidArgumentError({
      argument: where,
      received: row,
      allowed: describeAllowedRows(eventType),
      ...adviseWriting(row),
    });
  }
  return readItemRows(where, eventType, row as Record<string, unknown>, domain);
}

function describeAllowedRows(eventType: EventType): string {
  const items = isRelatedItemEventType(eventType) ? ', or a table of related item types with otherwise' : '';
  return `a list of paths, or ignored${items}`;
}

/** Advice for a wrong row. */
function adviseWriting(row: unknown): { readonly because?: string; readonly todo?: string } {
  const hasItemTypes =
    typeof row === 'object' && row !== null && [...relatedItemTypes, 'otherwise'].some((name) => name in row);
  if (hasItemTypes) return { because: 'Only rows of related-item events may have item types' };
  if (typeof row !== 'string') return {};
  if (row === 'ignored' || row === 'undelivered')
    return { todo: `Write ${row} without quotes: import { ${row} } from 'connect-cases-contracts'` };
  return { todo: `Write ['${row}'], in brackets` };
}

function readItemRows(where: string, eventType: EventType, row: Record<string, unknown>, domain: Domain): Row[] {
  for (const name of Object.keys(row)) requireItemType(where, name);
  if (!Object.hasOwn(row, 'otherwise')) {
    throw new InvalidArgumentError({
      argument: `${where}.otherwise`,
      received: undefined,
      allowed: 'a list of paths common to all related item types, or ignored',
      because: 'Items of other types, and of types that AWS adds, reach the consumer too',
      todo: 'Add otherwise: ignored if the handler reads nothing of them',
    });
  }
  const named = relatedItemTypes.filter((itemType) => Object.hasOwn(row, itemType));
  return [
    ...named.map(
      (itemType): Row => ({
        ...readRow(
          `${where}.${itemType}`,
          row[itemType],
          { eventType, itemType, domain },
          { itemTypes: [itemType], otherItemTypes: [] },
        ),
        itemType,
      }),
    ),
    {
      ...readRow(`${where}.otherwise`, row.otherwise, { eventType, domain }, listEveryItemType(eventType, named)),
      itemType: 'otherwise',
    },
  ];
}

const noItemTypes: PlayedTypes = { itemTypes: [], otherItemTypes: [] };

function requireItemType(where: string, name: string): void {
  if (name === 'otherwise' || (relatedItemTypes as readonly string[]).includes(name)) return;
  const todo = didYouMean(name, [...relatedItemTypes, 'otherwise']);
  throw new InvalidArgumentError({
    argument: `a name in ${where}`,
    received: name,
    allowed: `related item types and otherwise: ${listWords([...relatedItemTypes, 'otherwise'])}`,
    ...(todo === undefined ? {} : { todo }),
  });
}

interface PlayedTypes {
  readonly itemTypes: readonly string[];
  readonly otherItemTypes: readonly RelatedItemType[];
}

/**
 * The item types of an event type except the named ones: first those of the default reading with an unknown one, then
 * the others.
 */
function listEveryItemType(eventType: EventType, named: readonly RelatedItemType[]): PlayedTypes {
  const unnamed = relatedItemTypes.filter((itemType) => !named.includes(itemType));
  const played = unnamed.filter((itemType) => listPlayedItemTypes(eventType, defaultDialect).includes(itemType));
  return {
    itemTypes: [...played, unknownItemType],
    otherItemTypes: unnamed.filter((itemType) => !played.includes(itemType)),
  };
}

function readRow(where: string, row: unknown, scope: ReadScope, played: PlayedTypes): Row {
  const { eventType } = scope;
  if (isIgnored(row)) return { eventType, ignores: true, reads: [], ...played };
  if (isUndelivered(row)) return { eventType, ignores: false, undelivered: true, reads: [], ...played };
  if (!Array.isArray(row)) {
    const allowed = 'a list of paths, or ignored';
    throw new InvalidArgumentError({ argument: where, received: row, allowed, ...adviseWriting(row) });
  }
  if (row.length === 0) {
    throw new InvalidArgumentError({
      argument: where,
      received: row,
      allowed: 'a list of at least one path, or ignored',
      because: 'A contract that reads nothing promises nothing',
      todo: 'Write ignored if the handler reads nothing of these events',
    });
  }
  return { eventType, ignores: false, reads: resolveReads(where, row, scope), ...played };
}

function resolveReads(where: string, paths: readonly unknown[], scope: ReadScope): Read[] {
  const seen = new Map<string, string>();
  return paths.map((path, index) => {
    requireNotIgnored(`${where}[${index}]`, path);
    const read = resolveRead(`${where}[${index}]`, path, scope);
    const key = JSON.stringify(read.segments);
    const twin = seen.get(key);
    if (twin !== undefined) {
      throw new InvalidArgumentError({
        argument: `${where}[${index}]`,
        received: path,
        allowed: 'each path once',
        because: `"${twin}" reads the same`,
        todo: 'Remove one of them',
      });
    }
    seen.set(key, read.path);
    return read;
  });
}

/** `ignored` and `undelivered` replace a list, so they are no paths in one. */
function requireNotIgnored(argument: string, path: unknown): void {
  const word = isIgnored(path) ? 'ignored' : isUndelivered(path) ? 'undelivered' : path;
  if (word !== 'ignored' && word !== 'undelivered') return;
  const todo = `Write ${word} in place of the list, without brackets and quotes`;
  throw new InvalidArgumentError({ argument, received: path, allowed: 'a path', todo });
}

function formatTitle(consumer: string, { eventType, itemType, ignores, undelivered }: Row): string {
  const does = ignores ? 'ignores' : undelivered ? 'never gets' : 'handles';
  return `${consumer} ${does} ${eventType}${itemType === undefined ? '' : ` ${itemType}`}`;
}

function hashTable(consumer: string, rows: readonly Row[], domain: Domain, rule: Rule | undefined): string {
  const table = rows.map(({ eventType, itemType, ignores, undelivered, reads }) => [
    eventType,
    itemType ?? '',
    ignores,
    reads.map(({ segments }) => segments),
    ...(undelivered ? ['undelivered'] : []),
  ]);
  const patterns = rule === undefined ? [] : [rule.patterns.map(({ text }) => text)];
  const identity = JSON.stringify([packageJson.version, consumer, table, domain, ...patterns]);
  return hashToHex('sha256', identity).slice(0, 16);
}

/**
 * Returns a contract that {@link contractsFor} made. A copy is refused, because it could name any directory for its
 * part.
 */
export function requireContract(value: unknown): Contract {
  if (getMadeContracts().has(value as Contract)) return value as Contract;
  throw new InvalidArgumentError({
    argument: 'contract',
    received: value,
    ...describe(value),
    allowed: 'one of the contracts that contractsFor returns',
    todo: 'Write: for (const contract of contracts) test(contract.title, () => verify(contract, handler))',
  });
}

function describe(value: unknown): { readonly shown?: string; readonly because?: string } {
  if (Array.isArray(value)) return { shown: `a list of ${value.length}` };
  if (typeof value !== 'object' || value === null || !('title' in value && 'table' in value)) return {};
  return {
    shown: 'a copy of a contract, or one made by hand',
    because: 'A contract says where its part is written, so a copy is refused',
  };
}
