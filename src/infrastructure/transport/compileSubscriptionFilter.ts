import { compileRulePattern, makeRule } from '../../../model/rule/rule.ts';
import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import { isMembers, type Members } from '../../../model/values/members.ts';
import type { Message } from '../../harness/transports/message.ts';
import type { WayFilter } from './wayFilter.ts';

/**
 * The `FilterPolicy` of a subscription. Without `FilterPolicyScope: MessageBody` it looks at message attributes, which no
 * message of a rule has. https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html (documented)
 * @param place its place in the template, such as `Subscription.FilterPolicy`
 * @throws InvalidArgumentError for a policy that AWS refuses
 */
export function compileSubscriptionFilter(policy: object | string, scope: string, place: string): WayFilter {
  const rule = makeRule([compileRulePattern(place, policy)]);
  const isOfBody = scope === 'MessageBody';
  const view = isOfBody ? readContent : readAttributes;
  return {
    rule,
    view,
    ...(isOfBody ? {} : { bodyKey: '' }),
    nothing: {
      because: 'messages of a rule have no attributes',
      trap: 'Without FilterPolicyScope: MessageBody the policy looks at message attributes, which messages of a rule do not have.',
    },
    admits: (message) => {
      const content = view(message);
      return content !== undefined && rule.matches(content);
    },
  };
}

function readContent({ body }: Message): Members | undefined {
  const content = parseIfJson(body);
  return isMembers(content) ? content : undefined;
}

function readAttributes(): Members {
  return {};
}
