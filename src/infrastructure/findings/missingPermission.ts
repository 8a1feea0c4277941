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
  const { to } = target;
  const qualifier = kind === 'function' ? target.qualifier : undefined;
  return { from: rule.id, sender: `rule ${rule.id}`, service: 'events.amazonaws.com', to, qualifier, kind };
}

function describeTopic({ subscription }: FunctionRoute, { infrastructure }: CheckContext): Sending | undefined {
  if (subscription === undefined) return undefined;
  const { topic, endpoint } = subscription;
  const kind = findKind(endpoint, infrastructure);
  if (kind === undefined) return undefined;
  const qualifier = kind === 'function' ? subscription.qualifier : undefined;
  return { from: topic, sender: `topic ${topic}`, service: 'sns.amazonaws.com', to: endpoint, qualifier, kind };
}

type Kind = Grant['kind'];

interface Sending {
  readonly from: Address;
  readonly sender: string;
  readonly service: 'events.amazonaws.com' | 'sns.amazonaws.com';
  readonly to: Address;
  readonly qualifier: string | undefined;
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
  const verdict = judge(sending, context);
  if (verdict === 'denied') return reportDenial(sending, context);
  if (verdict !== 'missing') return undefined;
  const { from, sender, service, to, kind, qualifier } = sending;
  const grants = listGrants(sending, context);
  const otherwise = grants.filter((grant) => grant.qualifier !== qualifier);
  const permission = permissions[kind][context.infrastructure.language];
  const why = 'Nothing arrives, and no error is seen';
  if (kind === 'function' && grants.length > 0 && otherwise.length === grants.length) {
    const named = [...new Set(otherwise.map((grant) => nameQualified(to, grant.qualifier)))];
    return cite('qualifiedPermission', {
      what: `Nothing permits the ${sender} to invoke ${nameQualified(to, qualifier)}: its permission is for ${named.join(', ')}`,
      where: to,
      why,
      todo: `Add ${permission} that allows ${service} ${actions[kind]} at ${nameQualified(to, qualifier)}, or send to ${named[0]}`,
    });
  }
  const others = [...new Set(grants.flatMap(({ sources = [] }) => sources))];
  return cite(service === 'events.amazonaws.com' ? 'targetPermission' : 'topicPermission', {
    what: `Nothing permits the ${sender} to send to the ${kind} ${to}${others.length === 0 ? '' : `: its permission is for ${others.join(', ')}`}`,
    where: to,
    why,
    todo: `Add ${permission} that allows ${service} ${actions[kind]} at ${to} for ${from}`,
  });
}

function reportDenial(sending: Sending, context: CheckContext): TemplateFinding {
  const { sender, service, to, kind } = sending;
  const denial = listGrants(sending, context).find((grant) => isDenial(grant, sending));
  return cite('explicitDeny', {
    what: `The policy ${denial?.id} denies the ${sender} to send to the ${kind} ${to}`,
    where: denial?.id ?? to,
    why: 'Nothing arrives, and no error is seen: a Deny overrides every Allow',
    todo: `Remove the Deny, or except ${service} from it`,
  });
}

/** A function with its version or alias, as people write it. */
function nameQualified(to: Address, qualifier: string | undefined): string {
  return qualifier === undefined ? `the function ${to} without alias` : `${to}:${qualifier}`;
}

function judge(sending: Sending, context: CheckContext): 'given' | 'missing' | 'unknown' | 'denied' {
  const grants = listGrants(sending, context);
  if (grants.some((grant) => isDenial(grant, sending))) return 'denied';
  const verdicts = grants.filter(({ effect }) => effect === 'Allow').map((grant) => judgeGrant(grant, sending));
  return (
    verdicts.find((verdict) => verdict === 'given') ?? verdicts.find((verdict) => verdict === 'unknown') ?? 'missing'
  );
}

function judgeGrant(grant: Grant, sending: Sending): 'given' | 'missing' | 'unknown' {
  const { on, service, qualifier, sources = [sending.from] } = grant;
  if (on === undefined) return 'unknown';
  const isKnown = service !== undefined && sources.some((source) => isFor(source, sending));
  const mayHold = service === undefined || isKnown || sources.some((source) => UNKNOWN.test(source));
  if (qualifier === sending.qualifier) return isKnown ? 'given' : mayHold ? 'unknown' : 'missing';
  // A version without known number may be the one that another text names.
  const isOpen =
    [qualifier, sending.qualifier].every((one) => one !== undefined) &&
    `${qualifier}${sending.qualifier}`.includes('${');
  return isOpen && mayHold ? 'unknown' : 'missing';
}

function isDenial({ effect, on, service, sources = [] }: Grant, sending: Sending): boolean {
  if (effect !== 'Deny' || on === undefined || service === undefined) return false;
  return sources.length === 0 || sources.some((source) => isFor(source, sending));
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
