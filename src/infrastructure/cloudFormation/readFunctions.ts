import type { LambdaFunction } from '../model/infrastructure.ts';
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
  const invoked = resources
    .list('AWS::Lambda::EventInvokeConfig')
    .find((config) => resources.locate(config.properties.FunctionName, 'lambda') === id);
  const onFailure = getMember(getMember(invoked?.properties.DestinationConfig, 'OnFailure'), 'Destination');
  return {
    id,
    names: [name, path, logicalId === id ? undefined : logicalId].filter((one) => typeof one === 'string'),
    timeout: settleNumber(Timeout),
    retries: settleNumber(invoked?.properties.MaximumRetryAttempts),
    unfit: [
      ...listUnfitNumbers(id, { timeout: Timeout }),
      ...(invoked === undefined
        ? []
        : listUnfitNumbers(invoked.id, { retries: invoked.properties.MaximumRetryAttempts })),
    ],
    keepsFailures: getMember(DeadLetterConfig, 'TargetArn') !== undefined || onFailure !== undefined,
  };
}
