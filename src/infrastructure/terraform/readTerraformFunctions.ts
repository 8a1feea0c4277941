import type { InvokeConfig, LambdaFunction } from '../model/infrastructure.ts';
import { nameQualifier } from '../model/locate.ts';
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
  return {
    id: resource.id,
    names: typeof name === 'string' ? [name] : [],
    timeout: settleNumber(resource.get('timeout')),
    reservedConcurrency: settleNumber(resource.get('reserved_concurrent_executions')),
    unfit: listUnfitNumbers(resource.id, { timeout: resource.get('timeout') }),
    keepsFailures: readBlock(resource.get('dead_letter_config')) !== undefined,
    invokeConfigs: resources
      .list('aws_lambda_function_event_invoke_config')
      .filter((config) => resources.locate(config.get('function_name'), 'lambda') === resource.id)
      .map((config) => readInvokeConfig(config, resources)),
  };
}

function readInvokeConfig(config: TerraformResource, resources: TerraformResources): InvokeConfig {
  const onFailure = readBlock(getMember(readBlock(config.get('destination_config')), 'on_failure'));
  return {
    id: config.id,
    qualifier:
      nameQualifier(config.get('qualifier'), resources.qualify) ?? resources.qualify(config.get('function_name')),
    retries: settleNumber(config.get('maximum_retry_attempts')),
    keepsFailures: onFailure !== undefined,
    unfit: listUnfitNumbers(config.id, { retries: config.get('maximum_retry_attempts') }),
  };
}
