import { listRules } from '../route/route.ts';
import { cite, type RouteCheck } from './finding.ts';

/** A rule that is switched off. */
export const disabledRule: RouteCheck = (route, { name }) => {
  const disabled = listRules(route).find(({ state }) => state === 'DISABLED');
  if (disabled === undefined) return undefined;
  return cite('ruleState', {
    what: `The rule ${disabled.id} is disabled`,
    where: `${disabled.id}.${name('State')}`,
    why: 'Nothing arrives',
    todo: `Set ${name('State')} to ENABLED`,
  });
};

/** A mapping that is switched off. */
export const disabledMapping: RouteCheck = ({ mapping }, { name }) =>
  mapping?.isEnabled === false
    ? cite('mappingState', {
        what: `The event source mapping ${mapping.id} is disabled`,
        where: `${mapping.id}.${name('Enabled')}`,
        why: 'Nothing arrives',
        todo: `Set ${name('Enabled')} to true`,
      })
    : undefined;
