import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { LambdaContext } from '../../../../src/harness/lambda/makeLambdaContext.ts';
import { viaFirehose } from '../../../../src/harness/transports/firehose.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaLambda } from '../../../../src/harness/transports/lambda.ts';
import { viaSns } from '../../../../src/harness/transports/sns.ts';
import { viaSnsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';

test('an inline function gets typed batch, context and callback', () => {
  viaSqs(async ({ Records }, context) => {
    Records.map(({ body, messageId }): string => body + messageId);
    context.getRemainingTimeInMillis() satisfies number;
  });
  viaSnsToSqs(async ({ Records: [record] }) => record?.body satisfies string | undefined);
  viaSns(async ({ Records: [record] }) => record?.Sns.Message satisfies string | undefined);
  viaKinesis(async ({ Records: [record] }) => record?.kinesis.data satisfies string | undefined);
  viaFirehose(async ({ records }) => ({ records: records.map(({ recordId, data }) => ({ recordId, data })) }));
  viaLambda((event, _context, callback) => callback(null, (event satisfies CasesEvent).id));
  // @ts-expect-error: a batch has no such member
  expect(viaSqs(async (batch) => batch.detail)).toBeInstanceOf(Function);
});

test('a function with its own types fits', () => {
  interface Batch {
    readonly Records: { readonly body: string; readonly eventSourceARN: string }[];
  }
  const typed = async ({ Records }: Batch, _: LambdaContext): Promise<void> => void Records[0]?.eventSourceARN;
  const ofCallback = (_: Batch, __: object, callback: (error: Error | string | null) => void): void => callback(null);
  const overloaded: { (event: Batch, context: object, callback: () => void): void; use(): void } = Object.assign(
    () => undefined,
    { use: () => undefined },
  );
  for (const lambda of [viaSqs(typed), viaSqs(ofCallback), viaSqs(overloaded), viaSqs(() => undefined)])
    expect(lambda).toBeInstanceOf(Function);
});
