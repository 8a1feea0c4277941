import { cite, type RouteCheck } from './finding.ts';

/** A rule that is switched off. */
export const disabledRule: RouteCheck = ({ rule }, { name }) =>
  rule.state === 'DISABLED'
    ? cite('ruleState', {
        what: `The rule ${rule.id} is disabled`,
        where: `${rule.id}.${name('State')}`,
        why: 'Nothing arrives',
        todo: `Set ${name('State')} to ENABLED`,
      })
    : undefined;

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
