import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import type { Input, RuleTarget, TemplateRule } from '../model/infrastructure.ts';
import { keepUnknown } from '../model/locate.ts';
import { getMember } from '../values/getMember.ts';
import { listUnfitNumbers } from '../values/listUnfitNumbers.ts';
import { requireList } from '../values/requireList.ts';
import { isObject, type Resolved, type ResolvedObject, Unresolved } from '../values/resolved.ts';
import { settle, settleText } from '../values/settle.ts';
import type { Resource, Resources } from './resources.ts';

/** The rules of a template that have an event pattern; others run on a schedule. */
export function readRules(resources: Resources): readonly TemplateRule[] {
  return resources
    .list('AWS::Events::Rule')
    .filter(({ properties }) => properties.EventPattern !== undefined)
    .map((rule) => readRule(rule, resources));
}

function readRule({ id, properties, file }: Resource, resources: Resources): TemplateRule {
  const { EventPattern, State, EventBusName, Targets } = properties;
  const bus = EventBusName === undefined ? undefined : resources.locate(EventBusName, 'event-bus');
  return {
    id,
    ...(file === undefined ? {} : { file }),
    pattern: settle(EventPattern),
    source: settle(getMember(EventPattern, 'source')),
    state: settleText(State),
    bus,
    unknownBus: bus === undefined ? undefined : keepUnknown(EventBusName, bus),
    targets: readTargets(Targets, `${id}.Targets`, resources),
  };
}

function readTargets(value: Resolved, where: string, resources: Resources): readonly RuleTarget[] {
  const targets = requireList(where, value, 'a list of targets, such as [{ Id, Arn }]');
  // Nobody knows any of them.
  if (targets instanceof Unresolved) return [readTarget({ Arn: targets }, where, resources)];
  return targets.map((target, index) => {
    const place = `${where}[${index}]`;
    if (isObject(target)) return readTarget(target, place, resources);
    if (target instanceof Unresolved) return readTarget({ Arn: target }, place, resources);
    throw new InvalidArgumentError({ argument: place, received: target, allowed: 'a target with Id and Arn' });
  });
}

function readTarget(target: ResolvedObject, where: string, resources: Resources): RuleTarget {
  const { Arn, RoleArn, SqsParameters, RetryPolicy } = target;
  const to = resources.locate(Arn);
  return {
    to,
    unknown: keepUnknown(Arn, to),
    qualifier: resources.qualify(Arn),
    where,
    input: readInput(target),
    messageGroupId: settleText(getMember(SqsParameters, 'MessageGroupId')),
    hasRole: RoleArn !== undefined,
    unfit: listUnfitNumbers(where, {
      targetRetries: getMember(RetryPolicy, 'MaximumRetryAttempts'),
      targetAge: getMember(RetryPolicy, 'MaximumEventAgeInSeconds'),
    }),
  };
}

function readInput({ Input: constant, InputPath, InputTransformer }: ResolvedObject): Input {
  return {
    ...(constant === undefined ? {} : { constant: settleText(constant) }),
    ...(InputPath === undefined ? {} : { path: settleText(InputPath) }),
    ...(InputTransformer === undefined
      ? {}
      : {
          transformer: {
            paths: settle(getMember(InputTransformer, 'InputPathsMap') ?? {}),
            template: settleText(getMember(InputTransformer, 'InputTemplate')),
          },
        }),
  };
}
