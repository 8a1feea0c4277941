import type { Contract } from '../../../contracts/contract.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import type { Combination } from '../../../model/rule/compile/combinations.ts';
import type { Leaf } from '../../../model/rule/compile/leaf.ts';
import { listOperands } from '../../../model/rule/compile/listOperands.ts';
import {
  type CompiledPattern,
  compileRule,
  getCombinations,
  listPatternLeaves,
  type Rule,
} from '../../../model/rule/rule.ts';
import { formatSegment } from '../../../model/values/eventPath.ts';
import { joinSentences } from '../../../model/values/text.ts';
import { deliversSome } from './deliversSome.ts';
import { findClosestSample } from './disagreement/findClosestSample.ts';
import { readFilterRule } from './disagreement/readFilterRule.ts';
import { explainNothing } from './explainNothing.ts';
import { listDeadConditions } from './traps/deadConditions.ts';
import { explainRefusal } from './traps/explainRefusal.ts';

type Checked = Pick<Contract, 'consumer' | 'domain'>;

/**
 * A line for each part of a rule that changes nothing: a pattern beside others, or a branch of `$or`, that delivers no
 * event at all, and an `exists: false` where no event has a value. Parts with a dead value have a line already.
 */
export function listDeadParts({ consumer, domain }: Checked, rule: Rule): readonly string[] {
  const lines: string[] = [];
  for (const pattern of rule.patterns) {
    // Each line takes a while, and nobody reads more.
    if (lines.length >= MOST_LINES) break;
    lines.push(
      ...listDeadAlternatives(pattern, rule.patterns.length === 1, domain),
      ...listIdleAbsences(pattern, domain),
    );
  }
  return [...new Set(lines)].map((line) => `${consumer}: ${line}`);
}

const MOST_LINES = 6;

function listDeadAlternatives(pattern: CompiledPattern, isAlone: boolean, domain: Domain): readonly string[] {
  const combinations = getCombinations(pattern);
  const isWhole = combinations.length === 1;
  // Above it nothing is said: each alternative takes a while.
  if ((isAlone && isWhole) || combinations.length > MOST_COMBINATIONS) return [];
  const dead = new Set(combinations.filter((leaves) => !isTold(leaves, domain) && !isAlive(leaves, domain)));
  if (dead.size < combinations.length) return listDeadBranches(pattern, dead, domain);
  return isAlone ? [] : [nameDead(pattern.argument, [...dead][0] as Combination, domain)];
}

/** A line for each leaf of a filter that looks elsewhere than the event, in an alternative beside others. */
export function listDeadFilterParts({ consumer }: Checked, { filters = [] }: Rule): readonly string[] {
  const lines = filters
    .filter((filter) => readFilterRule(filter) === undefined && filter.combinations.length > 0)
    .flatMap(({ all }) => all.flat())
    .flatMap(({ named, outside }) =>
      outside === undefined ? [] : [`${named} delivers no event: ${outside.because}.`],
    );
  return [...new Set(lines)].map((line) => `${consumer}: ${line}`);
}

const MOST_COMBINATIONS = 40;

function isAlive(leaves: Combination, domain: Domain): boolean {
  return deliversSome(toRule(leaves))(domain);
}

function toRule(leaves: readonly Pick<Leaf, 'path' | 'text'>[]): Rule {
  const members = leaves.map(({ path, text }) => `${JSON.stringify(path.join('.'))}:${text}`);
  return compileRule('options.rule', `{${members.join()}}`);
}

/** The outermost branches of `$or` of which no combination delivers anything. */
function listDeadBranches(pattern: CompiledPattern, dead: ReadonlySet<Combination>, domain: Domain): readonly string[] {
  const combinations = getCombinations(pattern);
  const has = (leaves: Combination, branch: string): boolean =>
    leaves.some(({ branches }) => branches.includes(branch));
  const isDead = (branch: string): boolean => combinations.every((leaves) => !has(leaves, branch) || dead.has(leaves));
  const outermost = [...dead].flat().flatMap(({ branches }) => branches.find(isDead) ?? []);
  return [...new Set(outermost)].slice(0, MOST_LINES).map((branch) => {
    const leaves = [...dead].find((one) => has(one, branch)) as Combination;
    return nameDead(`${pattern.argument}${branch.startsWith('[') ? '' : '.'}${branch}`, leaves, domain);
  });
}

/** Whether a value that no event has explains it: such values have lines of their own. */
function isTold(leaves: Combination, domain: Domain): boolean {
  return leaves.some(({ path, text }) => listDeadConditions({ path, beside: leaves }, text, domain).length > 0);
}

function nameDead(name: string, leaves: Combination, domain: Domain): string {
  return `${name} delivers no event. ${explainNothing(domain, toRule(leaves))}`;
}

/** The leaves with `exists: false` where no event has a value: it holds for every event. */
function listIdleAbsences(pattern: CompiledPattern, domain: Domain): string[] {
  const leaves = listPatternLeaves([pattern]).filter(({ takesAbsence }) => takesAbsence);
  return leaves.flatMap((leaf) => {
    const { path, place, text } = leaf;
    const present = toRule([{ path, text: '[{"exists":true}]' }]);
    if (listOperands(text, 'exists').includes(true) || deliversSome(present)(domain)) return [];
    const sample = findClosestSample(domain, toRule([{ path, text }]));
    const traps = explainRefusal(present, present.explain(sample), sample, domain);
    const where = `${pattern.argument}${place.map(formatSegment).join('')}`;
    return [joinSentences([`${where}: no event has a value there, so exists: false admits every event`, ...traps])];
  });
}
