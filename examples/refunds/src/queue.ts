import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { CasesEvent } from './casesDetail';
import { handler } from './handler';

/** The function in template.yaml. It reports a failed record, which then comes again without its neighbours. */
export async function queueHandler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId, body } of Records) {
    try {
      await handler(JSON.parse(body) as CasesEvent);
    } catch {
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
