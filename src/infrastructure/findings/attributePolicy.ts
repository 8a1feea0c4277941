import { cite, type RouteCheck } from './finding.ts';

/** A filter policy that looks for attributes, which no message of a rule has. */
export const attributePolicy: RouteCheck = ({ subscription }, { name }) => {
  if (subscription?.filterPolicy === undefined) return undefined;
  const { id, filterScope } = subscription;
  if (filterScope !== undefined && filterScope !== 'MessageAttributes') return undefined;
  return cite('filterPolicyScope', {
    what: `The filter policy of the subscription ${id} looks at message attributes`,
    where: `${id}.${name('FilterPolicyScope')}`,
    why: 'A message that a rule sends has no attributes',
    todo: `Set ${name('FilterPolicyScope')} to MessageBody, or remove ${name('FilterPolicy')}`,
  });
};
