import type { Address, Grant, Infrastructure } from '../model/infrastructure.ts';
import { type CheckContext, cite, type RouteCheck, type TemplateFinding } from './finding.ts';

/** Nothing allows the rule to send to its target. */
export const missingPermission: RouteCheck = ({ rule, target }, context): TemplateFinding | undefined => {
  const kind = findKind(target.to, context.infrastructure);
  if (kind === undefined || target.hasRole) return undefined;
  return check(
    { from: rule.id, sender: `rule ${rule.id}`, service: 'events.amazonaws.com', to: target.to, kind },
    context,
  );
};

/** Nothing allows the topic to send to its subscriber. */
export const missingTopicPermission: RouteCheck = ({ subscription }, context): TemplateFinding | undefined => {
  if (subscription === undefined) return undefined;
  const { topic, endpoint } = subscription;
  const kind = findKind(endpoint, context.infrastructure);
  if (kind === undefined) return undefined;
  return check({ from: topic, sender: `topic ${topic}`, service: 'sns.amazonaws.com', to: endpoint, kind }, context);
};

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

function check(
  { from, sender, service, to, kind }: Sending,
  { infrastructure }: CheckContext,
): TemplateFinding | undefined {
  const grants = infrastructure.grants.filter((grant) => grant.on === to && isFor(grant, service));
  if (grants.some(({ sources }) => sources === undefined || sources.some((source) => mayBe(source, from)))) {
    return undefined;
  }
  const others = [...new Set(grants.flatMap(({ sources = [] }) => sources))];
  const permission = permissions[kind][infrastructure.language];
  return cite(service === 'events.amazonaws.com' ? 'targetPermission' : 'topicPermission', {
    what: `Nothing permits the ${sender} to send to the ${kind} ${to}${others.length === 0 ? '' : `: its permission is for ${others.join(', ')}`}`,
    where: to,
    why: 'Nothing arrives, and no error is seen',
    todo: `Add ${permission} that allows ${service} ${actions[kind]} at ${to} for ${from}`,
  });
}

function isFor({ service }: Grant, wanted: string): boolean {
  return service === undefined || service === '*' || service === wanted;
}

/** Whether a source of a permission is this resource, or a pattern or an unknown ARN that may mean it. */
function mayBe(source: Address, wanted: Address): boolean {
  return source === wanted || source.includes('*') || /\$\{[^}]*\}$/.test(source);
}
