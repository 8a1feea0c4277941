import type { LambdaFunction } from '../model/infrastructure.ts';
import { getMember } from '../values/getMember.ts';
import { listUnfitNumbers } from '../values/listUnfitNumbers.ts';
import { settleNumber, settleText } from '../values/settle.ts';
import { readBlock } from './readBlock.ts';
import type { TerraformResource, TerraformResources } from './terraformResources.ts';

/** The functions of a plan. */
export function readTerraformFunctions(resources: TerraformResources): readonly LambdaFunction[] {
  return resources.list('aws_lambda_function').map((resource) => readFunction(resource, resources));
}

function readFunction(resource: TerraformResource, resources: TerraformResources): LambdaFunction {
  const name = settleText(resource.get('function_name'));
  const invoked = resources
    .list('aws_lambda_function_event_invoke_config')
    .find((config) => resources.locate(config.get('function_name'), 'lambda') === resource.id);
  const onFailure = readBlock(getMember(readBlock(invoked?.get('destination_config')), 'on_failure'));
  return {
    id: resource.id,
    names: typeof name === 'string' ? [name] : [],
    timeout: settleNumber(resource.get('timeout')),
    retries: settleNumber(invoked?.get('maximum_retry_attempts')),
    unfit: [
      ...listUnfitNumbers(resource.id, { timeout: resource.get('timeout') }),
      ...(invoked === undefined
        ? []
        : listUnfitNumbers(invoked.id, { retries: invoked.get('maximum_retry_attempts') })),
    ],
    keepsFailures: readBlock(resource.get('dead_letter_config')) !== undefined || onFailure !== undefined,
  };
}
