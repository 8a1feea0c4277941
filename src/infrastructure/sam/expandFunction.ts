import { isMembers, type Members } from '../../../model/values/members.ts';
import type { Entry } from './entry.ts';
import { expandEvent } from './expandEvent.ts';

/** What SAM makes of a function: the function, its alias, its settings for asynchronous calls, and its events. */
export function expandFunction(id: string, resource: Members): readonly Entry[] {
  const properties = resource.Properties as Members;
  const { DeadLetterQueue, AutoPublishAlias, EventInvokeConfig, Events } = properties;
  const common = resource.Condition === undefined ? {} : { Condition: resource.Condition };
  const target = isMembers(DeadLetterQueue) ? { DeadLetterConfig: { TargetArn: DeadLetterQueue.TargetArn } } : {};
  const FunctionName = { Ref: id };
  const alias = typeof AutoPublishAlias === 'string' ? AutoPublishAlias : undefined;
  const entries: Entry[] = [
    [id, { ...resource, Type: 'AWS::Lambda::Function', Properties: { ...properties, ...target } }],
  ];
  if (AutoPublishAlias !== undefined) {
    entries.push([
      `${id}Alias${String(AutoPublishAlias)}`,
      { Type: 'AWS::Lambda::Alias', ...common, Properties: { FunctionName, Name: AutoPublishAlias } },
    ]);
  }
  if (isMembers(EventInvokeConfig)) {
    const Qualifier = alias ?? '$LATEST';
    const Properties = {
      ...EventInvokeConfig,
      FunctionName,
      Qualifier,
      DestinationConfig: readDestinations(EventInvokeConfig),
    };
    entries.push([`${id}EventInvokeConfig`, { Type: 'AWS::Lambda::EventInvokeConfig', ...common, Properties }]);
  }
  for (const [name, event] of Object.entries(isMembers(Events) ? Events : {})) {
    if (isMembers(event))
      entries.push(
        ...expandEvent({ id, alias: alias && `${id}Alias${alias}` }, name, event).map(
          ([own, one]): Entry => [own, { ...one, ...common }],
        ),
      );
  }
  return entries;
}

/** SAM makes a queue or a topic for a destination that names none. */
function readDestinations({ DestinationConfig }: Members): unknown {
  if (!isMembers(DestinationConfig) || !isMembers(DestinationConfig.OnFailure)) return DestinationConfig;
  return { ...DestinationConfig, OnFailure: { Destination: 'made by SAM', ...DestinationConfig.OnFailure } };
}
