import type { Domain } from '../../../../model/domain/domain.ts';
import { compileConditions } from '../../../../model/rule/compileConditions.ts';
import { didYouMean, findNearest, listWords } from '../../../../model/values/invalidArgument.ts';
import { isMembers } from '../../../../model/values/members.ts';
import { shorten } from '../../../../model/values/text.ts';
import { findKnownValues, type KnownValues } from './knownValues.ts';
import type { AskingLeaf } from './trap.ts';

/** A condition that no known value meets, and the value that its author may have meant. */
export interface DeadCondition {
  readonly condition: unknown;
  readonly meant?: string;
  /** Every spelling of what is meant; none if nobody knows it. */
  readonly spellings: readonly string[];
  /** Why nothing meets it, and what it may mean. */
  readonly because: string;
}

/** The conditions of a leaf that no known value of its place meets. Absence is no value. */
export function listDeadConditions(leaf: AskingLeaf, conditions: string, domain: Domain): readonly DeadCondition[] {
  const known = findKnownValues(leaf, domain);
  if (known === undefined) return [];
  const all = JSON.parse(conditions) as unknown[];
  const tested = all.map((condition) => ({ condition, admits: compileConditions([condition]) }));
  const others = known.values.filter((value) => !tested.some(({ admits }) => admits(value)));
  return tested.flatMap(({ condition, admits }): DeadCondition[] => {
    const operator = isMembers(condition) ? Object.keys(condition)[0] : undefined;
    if (operator === 'exists' || known.values.some(admits)) return [];
    if (operator === 'anything-but')
      return known.isOpen ? [] : [{ condition, spellings: [], because: explainAll(condition, known) }];
    const word = readWord(condition);
    const meant = findMeant(word, others, known);
    return known.isOpen && meant === undefined ? [] : [describeDead(condition, word, meant, known)];
  });
}

/** The texts that a leaf leaves out with `anything-but`, and that are misspelt: leaving them out changes nothing. */
export function listDeadExclusions(leaf: AskingLeaf, conditions: string, domain: Domain): readonly DeadCondition[] {
  const known = findKnownValues(leaf, domain);
  if (known === undefined) return [];
  return (JSON.parse(conditions) as unknown[]).filter(isMembers).flatMap((condition) => {
    const excluded = readExcluded(condition);
    const leavesOut = (text: string): boolean => {
      const admits = compileConditions([condition]);
      return known.values.some((value) => !admits(value) && simplify(value) === simplify(text));
    };
    const others = known.values.filter((value) => !excluded.includes(value));
    return excluded.flatMap((word) => {
      const meant = known.values.includes(word) || leavesOut(word) ? undefined : findMeant(word, others, known);
      return meant === undefined ? [] : [describeDead(word, word, meant, known)];
    });
  });
}

function describeDead(condition: unknown, word: string, meant: string | undefined, known: KnownValues): DeadCondition {
  const hint = meant === undefined || known.aliases.has(word) ? undefined : didYouMean(meant, [meant]);
  const because = [known.explain(word), hint].filter((part) => part !== undefined).join(' ');
  return meant === undefined
    ? { condition, spellings: [], because }
    : { condition, meant, spellings: known.spell(meant), because };
}

function explainAll(condition: unknown, { values }: KnownValues): string {
  const shown = shorten(listWords(values), MOST_SHOWN);
  return `${JSON.stringify(condition)} leaves out each value that the place can have: ${shown}.`;
}

const MOST_SHOWN = 200;

/** The value that a word may mean: in other letters, under another name, or with one letter or two changed. */
function findMeant(word: string, others: readonly string[], known: KnownValues): string | undefined {
  const alias = known.aliases.get(word) ?? known.values.find((value) => simplify(value) === simplify(word));
  if (alias !== undefined) return alias;
  if (known.isOpen) {
    // Another value may come, so only a slip of the pen counts.
    const slip = others.find((value) => sortLetters(value) === sortLetters(word));
    return slip ?? findNearest(word, others, Math.max(1, Math.min(2, Math.floor(word.length / 5))));
  }
  const nearest = findClose(word, others) ?? findClose(word, known.aliases.keys());
  return nearest === undefined ? undefined : (known.aliases.get(nearest) ?? nearest);
}

/** The value that differs in one letter or two: most guesses beyond are wrong. */
function findClose(word: string, values: Iterable<string>): string | undefined {
  return findNearest(word, values, Math.min(2, Math.floor(word.length / 3)));
}

/** The text of a condition that names values. */
function readWord(condition: unknown): string {
  if (!isMembers(condition)) return String(condition);
  const [operand] = Object.values(condition);
  return typeof operand === 'string' ? operand : JSON.stringify(operand);
}

/** The texts that a condition leaves out one by one, not by their beginning or the like. */
function readExcluded({ 'anything-but': operand }: Readonly<Record<string, unknown>>): readonly string[] {
  const texts = isMembers(operand) ? operand['equals-ignore-case'] : operand;
  return [texts].flat().filter((text) => typeof text === 'string');
}

function simplify(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function sortLetters(word: string): string {
  return [...word.toLowerCase()].sort().join('');
}
