import type { Arbitrary } from 'fast-check';
import { type Domain, requireDomain } from '../model/domain/domain.ts';
import { exampleDomain } from '../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../model/event/casesEvent.ts';
import { type Dialect, resolveDialect } from '../model/event/dialect.ts';
import type { Rule } from '../model/rule/rule.ts';
import { InvalidArgumentError, requireKnownKeys } from '../model/values/invalidArgument.ts';
import { requireWholeNumber } from '../model/values/requireWholeNumber.ts';
import { DeliveredHistories } from './history/deliveredHistories.ts';
import { HistoryArbitrary } from './history/historyArbitrary.ts';

/** The options of {@link caseHistory}. */
export interface HistoryOptions {
  /** The domain of the cases; by default the example domain. */
  readonly domain?: Domain;
  /**
   * Other readings of the open questions. Three apply to histories only:
   *
   * - `deleteCascade: 'one deletion per item'`: each related item of a deleted case is deleted right after it
   * - `changeTimeTies: 'occur'`: some changes have the same `approximateChangeTime`
   * - `fractionZeros: 'dropped'`: `.9Z` beside `.893Z`, or with `fraction: 'microseconds'` beside `.893211Z`. The order
   *   of texts then differs from that of changes
   */
  readonly dialect?: Partial<Dialect>;
  /** The minimum number of changes, by default 1. */
  readonly minLength?: number;
  /** The maximum number of changes, by default 20, at most 1,000. A cascade of deletions counts as one change. */
  readonly maxLength?: number;
  /** The maximum number of interleaved cases, by default 3, at most 100. */
  readonly maxCases?: number;
}

const names = ['domain', 'dialect', 'minLength', 'maxLength', 'maxCases'];

/**
 * Coherent histories of some cases: created, updated, closed, reopened and deleted, with related items that are added,
 * changed and removed. Events are in the order of their changes (`detail.approximateChangeTime`); their `time` may
 * differ, because some are sent late. Only the fields in `changedFieldIds` change between events of a case. A history
 * shrinks to fewer cases, fewer changes, and values of the sample.
 * @throws InvalidArgumentError for unknown options and values
 */
export function caseHistory(options: HistoryOptions = {}): Arbitrary<readonly CasesEvent[]> {
  requireKnownKeys('options', options, names);
  const { domain, minLength = USUAL.minLength, maxCases = USUAL.maxCases } = options;
  const { maxLength = Math.max(USUAL.maxLength, minLength) } = options;
  requireWholeNumber('options.minLength', minLength, { least: 1, most: 1000 });
  requireWholeNumber('options.maxLength', maxLength, { least: minLength, most: 1000 });
  requireWholeNumber('options.maxCases', maxCases, { least: 1, most: 100 });
  return new HistoryArbitrary({
    domain: domain === undefined ? exampleDomain : requireDomain(domain),
    dialect: resolveHistoryDialect(options),
    preferredFieldIds: [],
    minLength,
    maxLength,
    maxCases,
  });
}

/** Which histories a consumer gets. */
interface ReceivedHistories {
  readonly domain: Domain;
  /** The fields that change more often than others, by id. */
  readonly preferredFieldIds: readonly string[];
  readonly dialect?: Partial<Dialect>;
  /** The rule that delivers the events; absent if all arrive. */
  readonly rule?: Rule | undefined;
}

/** The histories that a consumer gets. */
export function historiesFor({
  domain,
  preferredFieldIds,
  dialect,
  rule,
}: ReceivedHistories): Arbitrary<readonly CasesEvent[]> {
  const choice = { domain, dialect: resolveDialect(dialect), preferredFieldIds, rule, ...USUAL };
  const histories = new HistoryArbitrary(choice);
  return rule === undefined ? histories : new DeliveredHistories(histories, rule);
}

const USUAL = { minLength: 1, maxLength: 20, maxCases: 3 };

function resolveHistoryDialect(options: HistoryOptions): Dialect {
  const dialect = resolveDialect(options.dialect);
  if (dialect.fraction !== 'seconds' || dialect.fractionZeros !== 'dropped') return dialect;
  throw new InvalidArgumentError({
    argument: 'options.dialect.fractionZeros',
    received: 'dropped',
    allowed: '"written" where dialect.fraction is "seconds"',
    because: 'Whole seconds have no zeros at the end of a fraction',
  });
}
