import type { WrongReference } from '../model/infrastructure.ts';
import { Reference } from '../values/resolved.ts';
import type { TerraformResources } from './terraformResources.ts';

/** The arguments on a way that take only an ARN, by the type of their resource. */
const arns: Readonly<Record<string, readonly string[]>> = {
  aws_cloudwatch_event_target: ['arn'],
  aws_lambda_event_source_mapping: ['event_source_arn'],
  aws_sns_topic_subscription: ['topic_arn', 'endpoint'],
};

const attributes: Readonly<Record<string, WrongReference['gives']>> = {
  url: 'URL',
  name: 'name',
  function_name: 'name',
};

/** References to a URL or a name on a way, where AWS takes only an ARN. */
export function listWrongTerraformReferences(resources: TerraformResources): readonly WrongReference[] {
  return Object.entries(arns).flatMap(([type, names]) =>
    resources.list(type).flatMap((resource) =>
      names.flatMap((argument) => {
        const value = resource.get(argument);
        const gives = value instanceof Reference ? attributes[value.attribute] : undefined;
        if (!(value instanceof Reference) || gives === undefined) return [];
        const { resource: to, attribute } = value;
        return [{ on: resource.id, where: `${resource.id}.${argument}`, to, attribute, gives }];
      }),
    ),
  );
}
