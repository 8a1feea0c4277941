import { listRules } from '../route/route.ts';
import { writeRemedy } from '../values/requireKnown.ts';
import { Unresolved } from '../values/resolved.ts';
import { cite, type RouteCheck, type TemplateFinding } from './finding.ts';

/** A setting without which nobody knows whether anything arrives; it counts as the default. */
export const undecidedSetting: RouteCheck = (route, { name }) => {
  const { mapping, deliveryStream, queue, subscription } = route;
  const rules = listRules(route).flatMap(({ id, unknownBus }) =>
    describe(unknownBus, 'defaultBus', `${id}.${name('EventBusName')}`, `the rule ${id} is on the default event bus`),
  );
  const isDeduplicated = subscription === undefined && queue?.isFifo === true;
  return [
    ...rules,
    ...describe(
      mapping?.isEnabled,
      'mappingState',
      `${mapping?.id}.${name('Enabled')}`,
      `the event source mapping ${mapping?.id} is enabled`,
    ),
    ...describe(
      deliveryStream?.isEnabled,
      'processingState',
      `${deliveryStream?.id}.${name('ProcessingConfiguration')}.${name('Enabled')}`,
      `the delivery stream ${deliveryStream?.id} has its processing enabled`,
    ),
    ...describe(
      isDeduplicated ? queue.deduplicates : undefined,
      'fifoTarget',
      `${queue?.id}.${name('ContentBasedDeduplication')}`,
      `the FIFO queue ${queue?.id} deduplicates by content`,
    ),
  ];
};

/** A macro, which may change the template, or add what is missing. */
export const unreadMacro: RouteCheck = (_, { infrastructure: { macros } }) =>
  macros.map((macro) =>
    cite('macros', {
      what: `The template has ${macro}, which is not read`,
      where: macro.replace(/^.* /, ''),
      why: 'What it makes of the template is unknown',
      todo: 'Give the template that aws cloudformation get-template --template-stage Processed prints',
    }),
  );

function describe(
  setting: unknown,
  fact: Parameters<typeof cite>[0],
  where: string,
  what: string,
): readonly TemplateFinding[] {
  if (!(setting instanceof Unresolved)) return [];
  const { names, because } = setting;
  return [
    cite(fact, {
      what: `Whether ${what} is unknown: it depends on ${names.join(', ')}`,
      where,
      why: `${because}. Otherwise nothing arrives`,
      todo: writeRemedy(names),
    }),
  ];
}
