import { eventPattern } from '../../../model/rule/eventPattern.ts';
import { isMembers } from '../../../model/values/members.ts';
import type { Message } from '../../harness/transports/message.ts';
import { nameRefused } from '../values/nameRefused.ts';
import { parseIfJson } from '../values/parseIfJson.ts';

/**
 * Whether the `FilterPolicy` of a subscription lets a message through. Without `FilterPolicyScope: MessageBody` it looks
 * at message attributes, which no message of a rule has.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html (documented)
 * @throws InvalidArgumentError for a policy that AWS refuses
 */
export function compileSubscriptionFilter(
  policy: object | string,
  scope: string,
  where: string,
): (message: Message) => boolean {
  const filter = nameRefused(where, () => eventPattern(policy));
  if (scope !== 'MessageBody') {
    const passes = filter.matches({});
    return () => passes;
  }
  return ({ body }) => {
    const content = parseIfJson(body);
    return isMembers(content) && filter.matches(content);
  };
}
