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

/** A delivery stream that does not transform its records. */
export const disabledProcessing: RouteCheck = ({ deliveryStream, function: id }, { name }) =>
  deliveryStream?.isEnabled === false
    ? cite('processingState', {
        what: `The delivery stream ${deliveryStream.id} has its processing disabled`,
        where: `${deliveryStream.id}.${name('ProcessingConfiguration')}.${name('Enabled')}`,
        why: `It never invokes ${id}`,
        todo: `Set ${name('Enabled')} to true`,
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

/** A function for which no invocation is reserved. */
export const throttledFunction: RouteCheck = (route, { infrastructure: { functions }, name }) => {
  const invoked = functions.find(({ id }) => id === route.function);
  if (invoked?.reservedConcurrency !== 0) return undefined;
  const property = name('ReservedConcurrentExecutions');
  return cite('reservedConcurrency', {
    what: `The function ${invoked.id} has a reserved concurrency of 0`,
    where: `${invoked.id}.${property}`,
    why: 'Lambda never invokes it',
    todo: `Remove ${property}, or set it to at least 1`,
  });
};
