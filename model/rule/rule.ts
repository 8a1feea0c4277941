import { InvalidArgumentError, renameRoot } from '../values/invalidArgument.ts';
import { oncePer } from '../values/oncePer.ts';
import type { Combination } from './compile/combinations.ts';
import { compilePattern } from './compile/compilePattern.ts';
import type { Leaf } from './compile/leaf.ts';
import { writePattern } from './compile/patternText.ts';
import { type EventPattern, eventPattern } from './eventPattern.ts';
import type { FilterLeaf, FilterMismatch } from './filterLeaf.ts';

/**
 * What stands before a handler: one EventBridge rule or several, of which one suffices, and the filters behind it, which
 * all must let an event through. A frozen value.
 */
export interface Rule {
  /** The patterns, in the order of their author. */
  readonly patterns: readonly CompiledPattern[];
  /** The filters between the rule and the function; absent without any. */
  readonly filters?: readonly EventFilter[];
  /** Whether one of the patterns delivers the event, and all filters let it through. */
  matches(event: unknown): boolean;
  /** The leaves that keep the event out, pattern by pattern, then filter by filter; none for an event that comes. */
  explain(event: unknown): readonly FilterMismatch[];
}

/** A filter between a rule and a function: a mapping's `FilterCriteria`, or a subscription's `FilterPolicy`. */
export interface EventFilter {
  /** The patterns of the template, of which one suffices. They look at what {@link EventFilter.view} shows. */
  readonly rule: Rule;
  /** What the patterns see of an event, such as the record of a queue. */
  view(event: object): object;
  /** The combinations of leaves that events can meet, with paths within the event. One suffices. */
  readonly combinations: readonly Combination[];
  /** The same, with those that no event meets. */
  readonly all: readonly (readonly FilterLeaf[])[];
  /** Whether the filter lets an event through. */
  matches(event: unknown): boolean;
  /** The leaves that keep an event out; none for one that gets through. */
  explain(event: unknown): readonly FilterMismatch[];
}

/** The pattern of one rule, as its author wrote it. */
export interface CompiledPattern extends EventPattern {
  /** Its name in messages: `options.rule`, or `options.rule[1]` among several. */
  readonly argument: string;
  /** The pattern as JSON. */
  readonly text: string;
}

/** The combinations of leaves of a pattern, compiled once. One of them suffices. */
export const getCombinations = oncePer(({ text }: CompiledPattern): readonly Combination[] => compilePattern(text));

/** The leaves of some patterns, each once. */
export function listPatternLeaves(patterns: readonly CompiledPattern[]): readonly Leaf[] {
  return [...new Set(patterns.flatMap((pattern) => getCombinations(pattern).flat()))];
}

/**
 * What an event must meet, part by part: in each part one combination of leaves suffices. The first part are the patterns
 * of the rule, the others its filters.
 */
export const listParts = oncePer(({ patterns, filters = [] }: Rule): readonly (readonly Combination[])[] => [
  patterns.flatMap(getCombinations),
  ...filters.map(({ combinations }) => combinations),
]);

/**
 * Compiles what an author gives as a rule: a pattern as an object or as JSON text, or a list of them.
 * @throws InvalidArgumentError for anything else, and for a pattern that AWS refuses, with its place
 */
export function compileRule(argument: string, rule: unknown): Rule {
  const patterns = Array.isArray(rule)
    ? requireSome(argument, rule).map((pattern, index) => compileRulePattern(`${argument}[${index}]`, pattern))
    : [compileRulePattern(argument, rule)];
  return makeRule(patterns);
}

/** A rule of patterns, of which one suffices. */
export function makeRule(patterns: readonly CompiledPattern[]): Rule {
  const matches = (event: unknown): boolean => patterns.some((pattern) => pattern.matches(event));
  return Object.freeze({
    patterns: Object.freeze(patterns),
    matches,
    explain: (event: unknown) => (matches(event) ? [] : patterns.flatMap((pattern) => pattern.explain(event))),
  });
}

/** The patterns of a rule without its filters; the same object for the same rule. */
export const dropFilters = oncePer((rule: Rule): Rule => (rule.filters === undefined ? rule : makeRule(rule.patterns)));

function requireSome(argument: string, rules: readonly unknown[]): readonly unknown[] {
  if (rules.length > 0) return rules;
  throw new InvalidArgumentError({
    argument,
    received: rules,
    allowed: 'an event pattern, or a list of at least one',
    because: 'Without a pattern nothing reaches the handler',
    todo: 'Leave rule out to play every event',
  });
}

/**
 * Compiles one pattern.
 * @param argument its name in refusals and in suggested changes
 * @throws InvalidArgumentError for a pattern that AWS refuses, with its place
 */
export function compileRulePattern(argument: string, pattern: unknown): CompiledPattern {
  try {
    const text = writePattern(pattern);
    return Object.freeze({ argument, text, ...eventPattern(text) });
  } catch (error) {
    throw (error instanceof InvalidArgumentError ? renameRoot(error, argument) : undefined) ?? error;
  }
}
