import { type Domain, requireDomain } from '../../model/domain/domain.ts';
import { InvalidArgumentError, isObjectOfKeys, requireKnownKeys } from '../../model/values/invalidArgument.ts';
import type { Lambda } from '../harness/lambda/invoke.ts';
import type { LambdaCallback, LambdaContext } from '../harness/lambda/makeLambdaContext.ts';
import type { Handler } from '../harness/lambda/runHandler.ts';
import type { QueueBatch } from '../harness/transports/batches.ts';
import { connect } from '../harness/transports/connect.ts';
import { noteVia } from '../harness/transports/connection.ts';
import type { TemplateFinding } from './findings/finding.ts';
import { listAdvice, listFindings } from './findings/findings.ts';
import type { Infrastructure, LambdaFunction, TemplateRule } from './model/infrastructure.ts';
import { nameProperty } from './model/nameProperty.ts';
import { chooseRoutes } from './route/chooseRoutes.ts';
import { findFunction } from './route/findFunction.ts';
import { findRoutes } from './route/findRoutes.ts';
import { joinRules } from './route/joinRules.ts';
import { mayMatchCases } from './route/mayMatchCases.ts';
import { refuseFunction } from './route/refuseFunction.ts';
import { ALL_CALLS, combineInRow, type FunctionRoute, listRules, listStops, type RowState } from './route/route.ts';
import { readTemplate } from './template/readTemplate.ts';
import { type DeliverySettings, describeSettings } from './transport/settings.ts';
import { toTransport } from './transport/toTransport.ts';
import { requireKnown } from './values/requireKnown.ts';

/** An EventBridge event pattern. */
export type RulePattern = Readonly<Record<string, unknown>>;

/** Options of {@link deliveryTo}. */
export interface DeliveryToOptions {
  /**
   * Values that the template does not decide, by name: parameters, pseudo parameters (`AWS::AccountId`), exports of
   * other stacks, attributes (`Queue.Arn`); in Terraform arguments (`aws_sqs_queue.refunds.redrive_policy`), variables
   * and locals.
   */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The domain of the events: the stack is in its account and Region. */
  readonly domain?: Domain;
  /** A rule, queue, topic, stream or mapping on the way, if several ways lead to the function. */
  readonly through?: string;
}

/** How events reach a function, as its template says. */
export interface DeployedDelivery {
  /** The pattern of the rule; with several rules their patterns, of which one suffices. */
  readonly rule: RulePattern | readonly RulePattern[];
  /**
   * The state of the rule: with `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS` it also delivers records of read-only
   * calls of the API.
   */
  readonly state: RowState;
  /** What the template sets for queue, stream and mapping. */
  readonly settings: DeliverySettings;
  /** The ids of everything on the way, from the rule to the function, for each rule. */
  readonly ways: readonly (readonly string[])[];
  /** Faults of the template that need no handler to show. */
  readonly findings: readonly TemplateFinding[];
  /** Where the template does not follow the advice of AWS. */
  readonly advice: readonly TemplateFinding[];
  /**
   * Makes a handler of the Lambda function: it gets events in the form and the batches that the template says.
   * @typeParam Event - the invocation event; by default that of a queue
   */
  via<Event = QueueBatch, Context = LambdaContext, Callback = LambdaCallback>(
    lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  ): Handler;
}

/**
 * Reads how events of Cases reach a function: from the rule over queue, topic or stream to the function.
 * @param template a CloudFormation or SAM template, or what `terraform show -json` prints: file, text, or object; a list
 * of them for several stacks of CloudFormation. A file is relative to the working directory, or else to the package.json
 * above the test
 * @param functionId the function's logical id, its `FunctionName`, its path in the CDK, or its address in Terraform
 * @throws InvalidArgumentError if the template is unreadable, lacks the function, has no rule that leads to it, or leaves
 * open how its events arrive
 */
export function deliveryTo(
  template: string | object,
  functionId: string,
  options: DeliveryToOptions = {},
): DeployedDelivery {
  requireKnownKeys('options', options, ['parameters', 'domain', 'through']);
  if (options.parameters !== undefined && !isObjectOfKeys(options.parameters)) {
    throw new InvalidArgumentError({
      argument: 'options.parameters',
      received: options.parameters,
      allowed: "an object with values by name, such as { Stage: 'prod' }",
    });
  }
  const domain = options.domain === undefined ? undefined : requireDomain(options.domain);
  const here = domain && { 'AWS::AccountId': domain.accountId, 'AWS::Region': domain.region };
  const infrastructure = readTemplate(template, { ...here, ...options.parameters });
  const invoked = findFunction(infrastructure, functionId);
  const routes = chooseRoutes(listCasesRoutes(infrastructure, invoked), invoked.id, options.through);
  for (const stop of routes.flatMap(listStops)) {
    requireKnown(infrastructure.undecided.get(stop), `the Condition of ${stop}`);
  }
  const [first] = routes as [FunctionRoute];
  const routed = toTransport(first, infrastructure);
  const { transport, batchSize } = routed;
  const rows = listRows(routes);
  const patterns = listPatterns(rows, nameProperty(infrastructure.language, 'EventPattern'));
  const via: DeployedDelivery['via'] = (lambdaHandler) =>
    connect(
      transport,
      lambdaHandler as Lambda,
      { batchSize },
      { name: 'via', code: 'via(handler)', isBehindRule: true },
    );
  noteVia(via);
  return Object.freeze({
    rule: patterns.length === 1 ? (patterns[0] as RulePattern) : patterns,
    state: combineStates(rows),
    settings: describeSettings(first, routed, infrastructure),
    ways: routes.map(listStops),
    findings: listFindings(routes, infrastructure),
    advice: listAdvice(routes, infrastructure),
    via,
  });
}

/** The rows of rules of some routes, each once; without those that are disabled, unless all are. */
function listRows(routes: readonly FunctionRoute[]): readonly (readonly TemplateRule[])[] {
  const rows = new Map(routes.map(listRules).map((rules) => [rules.map(({ id }) => id).join(' '), rules]));
  const live = [...rows.values()].filter((rules) => combineInRow(rules) !== 'DISABLED');
  return live.length > 0 ? live : [...rows.values()];
}

/** The patterns of some rows, without rows through which no event gets. @throws if that leaves none */
function listPatterns(rows: readonly (readonly TemplateRule[])[], property: string): readonly RulePattern[] {
  const joined = rows.map((rules) => joinRules(rules, property));
  const patterns = joined.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern]));
  const [first] = joined;
  if (patterns.length === 0 && first?.fault !== undefined) throw first.fault;
  return patterns;
}

/** The widest state of some rows. */
function combineStates(rows: readonly (readonly TemplateRule[])[]): DeployedDelivery['state'] {
  const states = rows.map(combineInRow);
  if (states.includes(ALL_CALLS)) return ALL_CALLS;
  return states.every((state) => state === 'DISABLED') ? 'DISABLED' : 'ENABLED';
}

/** The routes of rules that may deliver events of Cases. */
function listCasesRoutes(infrastructure: Infrastructure, { id }: LambdaFunction): readonly FunctionRoute[] {
  const all = findRoutes(infrastructure);
  const routes = all.filter((route) => route.function === id);
  const property = nameProperty(infrastructure.language, 'EventPattern');
  const kept = routes.filter((route) => listRules(route).every((rule) => mayMatchCases(rule, property)));
  if (kept.length > 0) return kept;
  throw refuseFunction(infrastructure, { id, routes, all });
}
