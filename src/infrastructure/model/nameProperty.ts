import type { Infrastructure } from './infrastructure.ts';

/** Properties whose name in Terraform is another word. */
const otherWords: Readonly<Record<string, string>> = {
  VisibilityTimeout: 'visibility_timeout_seconds',
  FifoQueue: 'fifo_queue',
  'SqsParameters.MessageGroupId': 'sqs_target.message_group_id',
  Input: 'input',
  'InputTransformer.InputTemplate': 'input_transformer.input_template',
  'InputTransformer.InputPathsMap': 'input_transformer.input_paths',
  'FilterCriteria.Filters': 'filter_criteria.filter',
};

/** A property of CloudFormation by its name in the language of the template. */
export function nameProperty(language: Infrastructure['language'], property: string): string {
  if (language === 'CloudFormation') return property;
  return otherWords[property] ?? property.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}
