import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { joinSentences } from '../../../model/values/text.ts';
import type { Address, Infrastructure } from '../model/infrastructure.ts';
import { nameProperty } from '../model/nameProperty.ts';
import { writeRemedy } from '../values/requireKnown.ts';
import { describeSource } from './describeSource.ts';
import { explainAbsent, explainMisspelt } from './findFunction.ts';
import { type FunctionRoute, listRules } from './route.ts';

/** A function to which no rule leads that may deliver an event of Cases. */
interface Unreached {
  readonly id: Address;
  /** The routes to it, for other sources. */
  readonly routes: readonly FunctionRoute[];
  /** All routes of the template. */
  readonly all: readonly FunctionRoute[];
}

/** The refusal of a function that gets no events of Cases: where the rules lead instead, and what is missing. */
export function refuseFunction(infrastructure: Infrastructure, { id, routes, all }: Unreached): InvalidArgumentError {
  const property = nameProperty(infrastructure.language, 'EventPattern');
  const others = [...new Set(routes.flatMap(listRules))].map((rule) => describeSource(rule, property));
  return new InvalidArgumentError({
    argument: 'functionId',
    received: id,
    shown:
      routes.length === 0
        ? `${id}, to which no rule of the template leads`
        : `${id}, to which only rules for other sources lead (${others.join(', ')})`,
    allowed: 'a function behind a rule for the source aws.cases',
    because: joinSentences([describeWays(infrastructure, all), ...listReasons(infrastructure)]),
    todo: joinSentences([...listMissing(infrastructure, id, routes), ...nameUnknown(infrastructure)]),
  });
}

/** Where the rules of a template lead instead. */
function describeWays({ rules, mappings }: Infrastructure, routes: readonly FunctionRoute[]): string {
  if (rules.length === 0) return 'The template has no rule with an event pattern';
  const ends = rules.map((rule) => {
    const own = routes.filter((route) => route.rule === rule).map((route) => route.function);
    const targets = rule.targets.map(({ to }) => to);
    return `${rule.id} → ${(own.length > 0 ? own : targets).join(', ') || 'nothing'}`;
  });
  const read = mappings.map((mapping) => `${mapping.source} → ${mapping.function}`);
  const mapped = read.length === 0 ? '' : `. Its event source mappings: ${read.join('; ')}`;
  return `Its rules and where they lead: ${ends.join('; ')}${mapped}`;
}

/** What the template has on the way that is wrong, absent or not read. */
function listReasons({ rules, mappings, absent, pipes, unread, misspelt }: Infrastructure): readonly string[] {
  const ends = [...rules.flatMap(({ targets }) => targets), ...mappings];
  const faults = ends.flatMap(({ unknown }) => (unknown?.isFault === true ? [unknown.because] : []));
  const missing = absent.filter(({ type }) => /::(Rule|EventSourceMapping|Subscription|Queue|Topic)$/.test(type));
  const through = pipes.map(
    (pipe) => `${pipe.source} leads to ${pipe.target} through the pipe ${pipe.id}, which is not read`,
  );
  return [
    ...new Set([
      ...faults,
      ...missing.map(explainAbsent),
      ...through,
      ...misspelt.map(explainMisspelt),
      ...unread.map((what) => `The template has ${what}`),
    ]),
  ];
}

/** Queues to which a rule sends, and that nothing reads. */
function listMissing(
  { rules, queues, mappings, pipes }: Infrastructure,
  id: Address,
  routes: readonly FunctionRoute[],
): readonly string[] {
  // One of them may read the queue, if its source is unknown.
  if (routes.length > 0 || mappings.some(({ unknown }) => unknown !== undefined && !unknown.isFault)) return [];
  const read = [...mappings, ...pipes].map(({ source }) => source);
  const targets = rules.flatMap(({ targets: own }) => own).map(({ to }) => to);
  const unread = queues.filter((queue) => targets.includes(queue.id) && !read.includes(queue.id));
  return unread.map((queue) => `Nothing reads ${queue.id}: add an event source for it to ${id}`);
}

/** The parameters that would say where unknown targets and mappings lead. */
function nameUnknown({ rules, mappings, language }: Infrastructure): readonly string[] {
  const ends = [...rules.flatMap(({ targets }) => targets), ...mappings];
  const open = ends.flatMap(({ unknown }) => (unknown === undefined || unknown.isFault ? [] : unknown.names));
  const names = [...new Set(open)];
  if (names.length === 0) return [];
  if (rules.length === 0 && language === 'CloudFormation')
    return [
      `The rule is in another stack, and so is ${names.join(', ')}: give the templates of both, deliveryTo([template, other], functionId)`,
    ];
  return [`If the way leads through what is unknown there, ${writeRemedy(names).replace('Write', 'write')}`];
}
