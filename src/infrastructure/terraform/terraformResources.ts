import type { Members } from '../../../model/values/members.ts';
import type { Address } from '../model/infrastructure.ts';
import { type Located, locate, readQualifier } from '../model/locate.ts';
import { type StackPlace, writeArn } from '../model/writeArn.ts';
import type { Resolved } from '../values/resolved.ts';
import { Expressions, isWholeResource, readKey } from './expressions.ts';
import { Given } from './given.ts';
import type { TerraformPlan } from './plan.ts';
import { listPlanned, type PlannedResource } from './planModules.ts';

/** A resource of Terraform, with its arguments as far as they are known. */
export interface TerraformResource {
  readonly id: Address;
  /** An argument: its value, what it refers to, or undefined if it is absent. */
  get(argument: string): Resolved;
}

/** The resources of a plan or a state, and the way to find one of them. */
export interface TerraformResources {
  /** What names in braces mean, such as `aws_cloudwatch_event_rule.cases.arn`. */
  readonly texts: ReadonlyMap<string, string>;
  /** The resources of some types. */
  list(...types: readonly string[]): readonly TerraformResource[];
  /** The resource that a value means; see {@link locate}. */
  locate(value: Resolved, service?: string): Address;
  /** The version or the alias that a value means; see {@link readQualifier}. */
  qualify(value: Resolved): string | undefined;
  /** Refuses given values for which nothing asked so far. */
  requireUsed(): void;
}

/** Opens what `terraform show -json` prints. */
export function openPlan(plan: TerraformPlan, parameters: Members): TerraformResources {
  const planned = listPlanned(plan).filter(({ mode = 'managed' }) => mode === 'managed');
  const given = new Given(parameters);
  const expressions = new Expressions(plan, listPlanned(plan), given);
  const opened = planned.map((resource) => ({
    type: resource.type,
    values: resource.values ?? {},
    id: resource.address,
    get: (argument: string) => readArgument(resource, argument, expressions),
  }));
  const located = opened.flatMap(toLocated);
  const [region, account] = ['AWS::Region', 'AWS::AccountId'].map((name) =>
    String(parameters[name] ?? `\${${name}}`),
  ) as [string, string];
  return {
    texts: new Map(opened.flatMap((resource) => listTexts(resource, { region, account }))),
    list: (...types) => opened.filter(({ type }) => types.includes(type)),
    locate: (value, service) => locate(value, located, service),
    qualify: (value) => readQualifier(value, located),
    requireUsed: () => given.requireUsed(),
  };
}

function readArgument(resource: PlannedResource, argument: string, expressions: Expressions): Resolved {
  const place = `${resource.address}.${argument}`;
  const given = expressions.readGiven(place);
  if (given !== undefined) return given;
  const { configured, address } = resource.module;
  const own = address === '' ? resource.address : resource.address.slice(address.length + 1);
  const code = configured.resources?.find((one) => one.address === own.replace(/\[[^\]]*\]$/, ''));
  // A state writes an absent text as an empty one.
  const value = resource.values?.[argument];
  const [each, ...others] = (code?.for_each_expression?.references ?? []).filter(isWholeResource);
  return expressions.complete(value === '' ? undefined : value, code?.expressions?.[argument], {
    module: resource.module,
    place,
    key: readKey(resource.address),
    each: others.length === 0 ? each : undefined,
  });
}

interface OpenedResource extends TerraformResource {
  readonly type: string;
  readonly values: Members;
}

/** The service and the argument with the name of each type of resource that a route may lead through. */
const named: Readonly<Record<string, readonly [service: string, argument: string]>> = {
  aws_lambda_function: ['lambda', 'function_name'],
  aws_sqs_queue: ['sqs', 'name'],
  aws_sns_topic: ['sns', 'name'],
  aws_kinesis_stream: ['kinesis', 'name'],
  aws_kinesis_firehose_delivery_stream: ['firehose', 'name'],
  aws_cloudwatch_event_rule: ['events', 'name'],
  aws_cloudwatch_event_bus: ['event-bus', 'name'],
};

/** The argument with the resource for which one of another type stands. */
const standing: Readonly<Record<string, readonly [service: string, argument: string]>> = {
  aws_lambda_alias: ['lambda', 'function_name'],
  aws_kinesis_stream_consumer: ['kinesis', 'stream_arn'],
};

function toLocated({ type, values, id, get }: OpenedResource): Located[] {
  const stands = standing[type];
  if (stands !== undefined) {
    const { name: alias, arn } = values;
    return [
      {
        id,
        service: stands[0],
        name: undefined,
        standsFor: get(stands[1]),
        ...(typeof arn === 'string' ? { arn } : {}),
        qualifier: typeof alias === 'string' ? alias : undefined,
      },
    ];
  }
  const [service, argument = ''] = named[type] ?? [];
  if (service === undefined) return [];
  const { arn } = values;
  const name = values[argument];
  return [
    {
      id,
      service,
      name: typeof name === 'string' ? name : undefined,
      ...(typeof arn === 'string' ? { arn } : {}),
    },
  ];
}

/** What references to a resource mean. The name may be known only after deployment. */
function listTexts(
  { type, values, id, get }: OpenedResource,
  place: StackPlace,
): readonly (readonly [string, string])[] {
  const [service, argument = ''] = named[type] ?? [];
  if (service === undefined) return [];
  const { arn: known, name_prefix: prefix } = values;
  const given = values[argument];
  const name = typeof given === 'string' ? given : `${typeof prefix === 'string' ? prefix : ''}\${${id}.suffix}`;
  const arn = typeof known === 'string' ? known : writeArn(service, name, place, get('event_bus_name'));
  return [
    [`${id}.arn`, arn],
    // The bare resource stands for its ARN, too.
    [`${id}.id`, arn],
    [`${id}.${argument}`, name],
    [`${id}.Name`, name],
  ];
}
