import type { Address, Grant, Infrastructure } from '../model/infrastructure.ts';
import { parseArn } from '../model/locate.ts';
import type { FunctionRoute } from '../route/route.ts';
import { type CheckContext, cite, type RouteCheck, type TemplateFinding } from './finding.ts';

/** Nothing allows the rule to send to its target. */
export const missingPermission: RouteCheck = (route, context) => {
  const sending = describeRule(route, context);
  return sending && reportMissing(sending, context);
};

/** Nothing allows the topic to send to its subscriber. */
export const missingTopicPermission: RouteCheck = (route, context) => {
  const sending = describeTopic(route, context);
  return sending && reportMissing(sending, context);
};

/** Only a permission that the template does not decide may allow a sender to send. */
export const unknownPermission: RouteCheck = (route, context) => {
  const sendings = [describeRule(route, context), describeTopic(route, context)];
  const unknown = sendings.find((sending) => sending !== undefined && judge(sending, context) === 'unknown');
  if (unknown === undefined) return undefined;
  const { sender, kind, to, service } = unknown;
  return cite(service === 'events.amazonaws.com' ? 'targetPermission' : 'topicPermission', {
    what: `Whether the ${sender} may send to the ${kind} ${to} is unknown: the template does not decide its permission`,
    where: to,
    why: 'Without permission nothing arrives, and no error is seen',
    todo: `Check that it allows ${service} ${actions[kind]}`,
  });
};

function describeRule({ rule, target }: FunctionRoute, { infrastructure }: CheckContext): Sending | undefined {
  const kind = findKind(target.to, infrastructure);
  if (kind === undefined || target.hasRole) return undefined;
  return { from: rule.id, sender: `rule ${rule.id}`, service: 'events.amazonaws.com', to: target.to, kind };
}

function describeTopic({ subscription }: FunctionRoute, { infrastructure }: CheckContext): Sending | undefined {
  if (subscription === undefined) return undefined;
  const { topic, endpoint } = subscription;
  const kind = findKind(endpoint, infrastructure);
  if (kind === undefined) return undefined;
  return { from: topic, sender: `topic ${topic}`, service: 'sns.amazonaws.com', to: endpoint, kind };
}

type Kind = 'function' | 'queue' | 'topic';

interface Sending {
  readonly from: Address;
  readonly sender: string;
  readonly service: 'events.amazonaws.com' | 'sns.amazonaws.com';
  readonly to: Address;
  readonly kind: Kind;
}

/** How the languages name the resource with the permission. */
const permissions: Readonly<Record<Kind, Readonly<Record<Infrastructure['language'], string>>>> = {
  function: { CloudFormation: 'AWS::Lambda::Permission', Terraform: 'aws_lambda_permission' },
  queue: { CloudFormation: 'AWS::SQS::QueuePolicy', Terraform: 'aws_sqs_queue_policy' },
  topic: { CloudFormation: 'AWS::SNS::TopicPolicy', Terraform: 'aws_sns_topic_policy' },
};

const actions: Readonly<Record<Kind, string>> = {
  function: 'lambda:InvokeFunction',
  queue: 'sqs:SendMessage',
  topic: 'sns:Publish',
};

function findKind(address: Address, { functions, queues, topics }: Infrastructure): Kind | undefined {
  const has = (resources: readonly { readonly id: Address }[]): boolean => resources.some(({ id }) => id === address);
  if (has(functions)) return 'function';
  if (has(queues)) return 'queue';
  return has(topics) ? 'topic' : undefined;
}

function reportMissing(sending: Sending, context: CheckContext): TemplateFinding | undefined {
  if (judge(sending, context) !== 'missing') return undefined;
  const { from, sender, service, to, kind } = sending;
  const others = [...new Set(listGrants(sending, context).flatMap(({ sources = [] }) => sources))];
  const permission = permissions[kind][context.infrastructure.language];
  return cite(service === 'events.amazonaws.com' ? 'targetPermission' : 'topicPermission', {
    what: `Nothing permits the ${sender} to send to the ${kind} ${to}${others.length === 0 ? '' : `: its permission is for ${others.join(', ')}`}`,
    where: to,
    why: 'Nothing arrives, and no error is seen',
    todo: `Add ${permission} that allows ${service} ${actions[kind]} at ${to} for ${from}`,
  });
}

function judge(sending: Sending, context: CheckContext): 'given' | 'missing' | 'unknown' {
  const verdicts = listGrants(sending, context).map(({ on, service, sources = [sending.from] }) => {
    if (on === undefined) return 'unknown';
    if (service !== undefined && sources.some((source) => isFor(source, sending))) return 'given';
    return service === undefined || sources.some((source) => UNKNOWN.test(source)) ? 'unknown' : 'missing';
  });
  return (
    verdicts.find((verdict) => verdict === 'given') ?? verdicts.find((verdict) => verdict === 'unknown') ?? 'missing'
  );
}

/** The permissions of the receiver for this service, or for one that nobody knows. */
function listGrants({ to, kind, service }: Sending, { infrastructure }: CheckContext): readonly Grant[] {
  return infrastructure.grants.filter(
    (grant) =>
      (grant.on === to || (grant.on === undefined && grant.kind === kind)) &&
      [undefined, '*', service].includes(grant.service),
  );
}

/** An ARN whose last part is unknown. */
const UNKNOWN = /\$\{[^}]*\}$/;

/** Whether a source of a permission is the sender, or a pattern for resources of its service. */
function isFor(source: Address, { from, service }: Sending): boolean {
  if (source === from) return true;
  const { kind } = parseArn(source);
  return source.includes('*') && (kind === undefined || service.startsWith(kind.replace(/\*.*$/, '')));
}
