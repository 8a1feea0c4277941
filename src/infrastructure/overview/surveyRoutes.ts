import type { Domain } from '../../../model/domain/domain.ts';
import { eventPattern } from '../../../model/rule/eventPattern.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { admitsEvent } from '../../harness/transports/transport.ts';
import { cite, type TemplateFinding } from '../findings/finding.ts';
import { listFindings } from '../findings/findings.ts';
import type { Infrastructure, TemplateRule } from '../model/infrastructure.ts';
import { nameProperty } from '../model/nameProperty.ts';
import { describeSource } from '../route/describeSource.ts';
import { explainAbsent, explainMisspelt } from '../route/findFunction.ts';
import { findRoutes } from '../route/findRoutes.ts';
import { listFeeders } from '../route/listFeeders.ts';
import { mayMatchCases } from '../route/mayMatchCases.ts';
import { readPattern } from '../route/readPattern.ts';
import { ALL_CALLS, combineInRow, type FunctionRoute, listRules, listStops } from '../route/route.ts';
import { toTransport } from '../transport/toTransport.ts';
import { Unresolved } from '../values/resolved.ts';
import { listPlayedRows, type PlayedRow } from './playedRows.ts';

/** Which events of a row get through: all, none, those of some groups only, or some of a group. */
export type Outcome = 'all' | 'none' | 'some' | { readonly only: readonly string[] };

/** A way from a rule of Cases events to a target, and what gets through. */
export interface RouteSurvey {
  readonly rule: string;
  readonly state: string;
  readonly pattern: unknown;
  /** The ids of everything on the way. */
  readonly way: readonly string[];
  /** The function at its end, if the template has it. */
  readonly function?: string;
  /** What gets through, by the name of the row. */
  readonly events: Readonly<Record<string, Outcome>>;
  readonly findings: readonly TemplateFinding[];
}

/** The rows of a survey, and the ways of a template. */
export interface Survey {
  readonly rows: readonly Pick<PlayedRow, 'name' | 'isDocumented'>[];
  readonly routes: readonly RouteSurvey[];
  /** What the template has that is not read: pipes, nested stacks, loops. */
  readonly unread: readonly string[];
}

/**
 * Plays every kind of event against every rule of a template on events of Cases.
 * @throws InvalidArgumentError if no rule is about them, and for what the template does not decide
 */
export function surveyRoutes(infrastructure: Infrastructure, domain: Domain): Survey {
  const property = nameProperty(infrastructure.language, 'EventPattern');
  const rules = infrastructure.rules.filter((rule) => mayMatchCases(rule, property));
  if (rules.length === 0) {
    throw new InvalidArgumentError({
      argument: 'template',
      received: infrastructure.rules.map(({ id }) => id),
      shown: `a template with ${describeRules(infrastructure.rules, property)}`,
      allowed: 'one with a rule for the source aws.cases',
      because: [
        ...infrastructure.absent.filter(({ type }) => type === 'AWS::Events::Rule').map(explainAbsent),
        ...infrastructure.misspelt.map(explainMisspelt),
        ...infrastructure.unread.map((what) => `The template has ${what}`),
      ].join('. '),
    });
  }
  const routes = findRoutes(infrastructure);
  const surveyed = rules.flatMap((rule) =>
    listWays(rule, routes, infrastructure).map((way) => surveyWay(way, { infrastructure, property, domain })),
  );
  return {
    rows: listPlayedRows(domain, 'ENABLED').map(({ name, isDocumented }) => ({ name, isDocumented })),
    routes: surveyed,
    unread: [
      ...infrastructure.unread,
      ...infrastructure.pipes.map(({ id, source, target }) => `the pipe ${id} from ${source} to ${target}`),
    ],
  };
}

function describeRules(rules: readonly TemplateRule[], property: string): string {
  if (rules.length === 0) return 'no rule';
  return `only rules for other sources: ${rules.map((rule) => describeRule(rule, property)).join(', ')}`;
}

/** A pattern that nobody knows whole is for other sources, too, but nobody needs it here. */
function describeRule(rule: TemplateRule, property: string): string {
  return rule.pattern instanceof Unresolved ? rule.id : describeSource(rule, property);
}

/** A way of a rule, to a function or to a target that leads to none. */
interface Way extends Pick<FunctionRoute, 'rule' | 'feeders' | 'target'> {
  readonly stops: readonly string[];
  readonly route?: FunctionRoute;
}

/** The routes of a rule, and its targets that lead to no function of the template. */
function listWays(
  rule: TemplateRule,
  routes: readonly FunctionRoute[],
  infrastructure: Infrastructure,
): readonly Way[] {
  const own = routes.filter((route) => route.rule === rule);
  const others = rule.targets.filter(
    ({ to }) =>
      !own.some(({ target }) => target.to === to) &&
      !routes.some(({ feeders, rule: { bus } }) => feeders.includes(rule) && bus === to),
  );
  return [
    ...own.map((route) => ({ ...route, stops: listStops(route), route })),
    ...listFeeders(rule, infrastructure).flatMap((feeders) =>
      others.map((target) => ({
        feeders,
        rule,
        target,
        stops: listStops({ feeders, rule, target, function: target.to }),
      })),
    ),
  ];
}

interface Context {
  readonly infrastructure: Infrastructure;
  readonly property: string;
  readonly domain: Domain;
}

function surveyWay(way: Way, { infrastructure, property, domain }: Context): RouteSurvey {
  const { rule, route, stops } = way;
  const rules = listRules(way);
  const transport = route && toTransport(route, infrastructure).transport;
  const patterns = rules.map((one) => eventPattern(readPattern(one, property)));
  const state = combineInRow(rules);
  const rows = listPlayedRows(domain, state === ALL_CALLS ? state : 'ENABLED');
  const getsThrough = (event: object): boolean =>
    state !== 'DISABLED' &&
    patterns.every(({ matches }) => matches(event)) &&
    (transport === undefined || admitsEvent(transport, event));
  return {
    rule: rule.id,
    state,
    pattern: readPattern(rule, property),
    way: stops,
    ...(route === undefined ? {} : { function: route.function }),
    events: Object.fromEntries(rows.map((row) => [row.name, decideOutcome(row, getsThrough)])),
    findings: route === undefined ? listUnknownTargets(way) : listFindings([route], infrastructure),
  };
}

/** A target that is nothing in the template, or that nobody knows. */
function listUnknownTargets({ target: { to, unknown, where } }: Way): readonly TemplateFinding[] {
  if (unknown === undefined) return [];
  return [
    cite('ruleTargets', {
      what: `The target ${where} is ${to}, which ${unknown.isFault ? 'means nothing' : 'the template does not decide'}`,
      where,
      why: unknown.because,
      todo: unknown.isFault ? 'Correct the name' : `Give a value for ${unknown.names.join(', ')}`,
    }),
  ];
}

function decideOutcome({ groups }: PlayedRow, getsThrough: (event: object) => boolean): Outcome {
  const outcomes = groups.map(({ name, events }) => ({
    name,
    through: events.filter(getsThrough).length,
    of: events.length,
  }));
  if (outcomes.every(({ through, of }) => through === of)) return 'all';
  if (outcomes.every(({ through }) => through === 0)) return 'none';
  const isSplit = outcomes.every(({ through, of }) => through === 0 || through === of);
  return isSplit && groups.length > 1
    ? { only: outcomes.filter(({ through }) => through > 0).map(({ name }) => name) }
    : 'some';
}
