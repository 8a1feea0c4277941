import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import { isMembers } from '../../../model/values/members.ts';
import { type Resolved, Unresolved } from '../values/resolved.ts';
import { settle } from '../values/settle.ts';
import type { Subscription } from './infrastructure.ts';

/**
 * The filter policy of a subscription, if there is one. An empty policy removes the filter: every message gets through.
 * https://docs.aws.amazon.com/sns/latest/dg/message-filtering-policy-remove.html (documented)
 */
export function readFilterPolicy(value: Resolved): Pick<Subscription, 'filterPolicy'> {
  const policy = settle(value);
  if (policy === undefined) return {};
  const opened = typeof policy === 'string' ? parseIfJson(policy) : policy;
  const isEmpty = !(opened instanceof Unresolved) && isMembers(opened) && Object.keys(opened).length === 0;
  return isEmpty ? {} : { filterPolicy: policy };
}
