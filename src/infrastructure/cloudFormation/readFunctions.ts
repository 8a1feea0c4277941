import type { InvokeConfig, LambdaFunction } from '../model/infrastructure.ts';
import { nameQualifier } from '../model/locate.ts';
import { getMember } from '../values/getMember.ts';
import { listUnfitNumbers } from '../values/listUnfitNumbers.ts';
import { settleNumber, settleText } from '../values/settle.ts';
import type { Resource, Resources } from './resources.ts';

/** The functions of a template. */
export function readFunctions(resources: Resources): readonly LambdaFunction[] {
  return resources.list('AWS::Lambda::Function').map((resource) => readFunction(resource, resources));
}

function readFunction({ id, logicalId, path, properties }: Resource, resources: Resources): LambdaFunction {
  const { FunctionName, Timeout, DeadLetterConfig } = properties;
  const name = settleText(FunctionName);
  return {
    id,
    names: [name, path, logicalId === id ? undefined : logicalId].filter((one) => typeof one === 'string'),
    timeout: settleNumber(Timeout),
    reservedConcurrency: settleNumber(properties.ReservedConcurrentExecutions),
    unfit: listUnfitNumbers(id, { timeout: Timeout }),
    keepsFailures: getMember(DeadLetterConfig, 'TargetArn') !== undefined,
    invokeConfigs: resources
      .list('AWS::Lambda::EventInvokeConfig')
      .filter((config) => resources.locate(config.properties.FunctionName, 'lambda') === id)
      .map((config) => readInvokeConfig(config, resources)),
  };
}

function readInvokeConfig({ id, properties }: Resource, resources: Resources): InvokeConfig {
  const { MaximumRetryAttempts, DestinationConfig, Qualifier, FunctionName } = properties;
  return {
    id,
    qualifier: nameQualifier(Qualifier, resources.qualify) ?? resources.qualify(FunctionName),
    retries: settleNumber(MaximumRetryAttempts),
    keepsFailures: getMember(getMember(DestinationConfig, 'OnFailure'), 'Destination') !== undefined,
    unfit: listUnfitNumbers(id, { retries: MaximumRetryAttempts }),
  };
}
