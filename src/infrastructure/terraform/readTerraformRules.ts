import type { Input, RuleTarget, TemplateRule } from '../model/infrastructure.ts';
import { keepUnknown } from '../model/locate.ts';
import { getMember } from '../values/getMember.ts';
import { listUnfitNumbers } from '../values/listUnfitNumbers.ts';
import { settle, settleFlag, settleText } from '../values/settle.ts';
import { readBlock } from './readBlock.ts';
import type { TerraformResource, TerraformResources } from './terraformResources.ts';

/** The rules of a plan that have an event pattern; others run on a schedule. */
export function readTerraformRules(resources: TerraformResources): readonly TemplateRule[] {
  return resources
    .list('aws_cloudwatch_event_rule')
    .filter((rule) => rule.get('event_pattern') !== undefined)
    .map((rule) => readRule(rule, resources));
}

function readRule(rule: TerraformResource, resources: TerraformResources): TemplateRule {
  const name = rule.get('event_bus_name');
  const bus = name === undefined ? undefined : resources.locate(name, 'event-bus');
  return {
    id: rule.id,
    pattern: settle(rule.get('event_pattern')),
    source: undefined,
    state: readState(rule),
    bus,
    unknownBus: bus === undefined ? undefined : keepUnknown(name, bus),
    targets: resources
      .list('aws_cloudwatch_event_target')
      .filter((target) => resources.locate(target.get('rule'), 'events') === rule.id)
      .map((target) => readTarget(target, resources)),
  };
}

/** Older releases of the provider say `is_enabled`. */
function readState(rule: TerraformResource): TemplateRule['state'] {
  const state = rule.get('state');
  if (state !== undefined) return settleText(state);
  return settleFlag(rule.get('is_enabled')) === false ? 'DISABLED' : undefined;
}

function readTarget(target: TerraformResource, resources: TerraformResources): RuleTarget {
  const group = getMember(readBlock(target.get('sqs_target')), 'message_group_id');
  const policy = readBlock(target.get('retry_policy'));
  const arn = target.get('arn');
  const to = resources.locate(arn);
  return {
    to,
    unknown: keepUnknown(arn, to),
    qualifier: resources.qualify(arn),
    where: target.id,
    input: readInput(target),
    messageGroupId: settleText(group),
    hasRole: target.get('role_arn') !== undefined,
    unfit: listUnfitNumbers(target.id, {
      targetRetries: getMember(policy, 'maximum_retry_attempts'),
      targetAge: getMember(policy, 'maximum_event_age_in_seconds'),
    }),
  };
}

function readInput(target: TerraformResource): Input {
  const [constant, path, transformer] = [
    target.get('input'),
    target.get('input_path'),
    readBlock(target.get('input_transformer')),
  ];
  return {
    ...(constant === undefined ? {} : { constant: settleText(constant) }),
    ...(path === undefined ? {} : { path: settleText(path) }),
    ...(transformer === undefined
      ? {}
      : {
          transformer: {
            paths: settle(getMember(transformer, 'input_paths') ?? {}),
            template: settleText(getMember(transformer, 'input_template')),
          },
        }),
  };
}
