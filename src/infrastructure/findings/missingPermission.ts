import type { Address, Grant, Infrastructure } from '../model/infrastructure.ts';
import { isDenial, judge, judgeTest, listGrants, listUnknownNames } from '../permissions/judgePermission.ts';
import { describeRule, describeTopic, type Kind, type Sending } from '../permissions/sending.ts';
import { writeRemedy } from '../values/requireKnown.ts';
import { type CheckContext, cite, type RouteCheck, type TemplateFinding } from './finding.ts';

/** Nothing allows the rule to send to its target. */
export const missingPermission: RouteCheck = (route, context) => {
  const sending = describeRule(route, context.infrastructure);
  return sending && reportMissing(sending, context);
};

/** Nothing allows the topic to send to its subscriber. */
export const missingTopicPermission: RouteCheck = (route, context) => {
  const sending = describeTopic(route, context.infrastructure);
  return sending && reportMissing(sending, context);
};

/** Only a permission that the template does not decide may allow a sender to send. */
export const unknownPermission: RouteCheck = (route, context) => {
  const sendings = [describeRule(route, context.infrastructure), describeTopic(route, context.infrastructure)];
  const unknown = sendings.find(
    (sending) => sending !== undefined && judge(sending, context.infrastructure) === 'unknown',
  );
  if (unknown === undefined) return undefined;
  const { sender, kind, to, service } = unknown;
  const names = listUnknownNames(unknown, context.infrastructure);
  return cite(service === 'events.amazonaws.com' ? 'targetPermission' : 'topicPermission', {
    what: `Whether the ${sender} may send to the ${kind} ${to} is unknown: the template does not decide its permission`,
    where: to,
    why: 'Without permission nothing arrives, and no error is seen',
    todo: `Check that it allows ${service} ${actions[kind]}${names.length === 0 ? '' : `. ${writeRemedy(names)}`}`,
  });
};

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

function reportMissing(sending: Sending, context: CheckContext): TemplateFinding | undefined {
  const verdict = judge(sending, context.infrastructure);
  if (verdict === 'denied') return reportDenial(sending, context);
  if (verdict !== 'missing') return undefined;
  const { from, sender, service, to, kind, qualifier } = sending;
  const grants = listGrants(sending, context.infrastructure);
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
  return cite(service === 'events.amazonaws.com' ? 'targetPermission' : 'topicPermission', {
    what: `Nothing permits the ${sender} to send to the ${kind} ${to}${explainGrants(grants, sending, context.infrastructure)}`,
    where: to,
    why,
    todo: `Add ${permission} that allows ${service} ${actions[kind]} at ${to} for ${from}`,
  });
}

function reportDenial(sending: Sending, context: CheckContext): TemplateFinding {
  const { sender, service, to, kind } = sending;
  const denial = listGrants(sending, context.infrastructure).find((grant) =>
    isDenial(grant, sending, context.infrastructure),
  );
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

/** What permissions are for instead, as the end of a sentence. */
function explainGrants(grants: readonly Grant[], sending: Sending, infrastructure: Infrastructure): string {
  const ends = grants.flatMap((grant) => {
    const failing = grant.tests.filter((test) => judgeTest(test, sending, infrastructure) === 'missing');
    const accounts = failing.filter(({ key }) => key === 'account').flatMap(({ values }) => values);
    const wildcards = failing.filter(
      ({ key, isPattern, values }) => key === 'arn' && !isPattern && values.some(hasStar),
    );
    if (accounts.length > 0) return [`for the account ${accounts.join(', ')}`];
    if (wildcards.length > 0)
      return [
        `for ${wildcards.flatMap(({ values }) => values).join(', ')}, and StringEquals takes no wildcard: use ArnLike`,
      ];
    const asked = failing.flatMap(({ values }) => values);
    // An ARN with the name of the sender may be in another account, or on another bus.
    if (grant.sources !== undefined && asked.length > 0)
      return [`for ${(grant.sources.includes(sending.from) ? asked : grant.sources).join(', ')}`];
    return grant.receivers === undefined
      ? []
      : [`at ${grant.receivers.map((one) => one.replace(/^\$\{(.+)\.arn\}$/i, '$1')).join(', ')}`];
  });
  return ends.length === 0 ? '' : `: its permission is ${[...new Set(ends)].join(', ')}`;
}

function hasStar(text: string): boolean {
  return /[*?]/.test(text);
}
