import type { FactName } from '../../../../model/facts/facts.ts';
import type { Check } from '../../../../src/harness/checks/check.ts';
import { checks, type HandlerFailure } from '../../../../src/harness/checks/checks.ts';
import { firehose } from '../../../../src/harness/transports/firehose.ts';
import { kinesis } from '../../../../src/harness/transports/kinesis.ts';
import { lambda } from '../../../../src/harness/transports/lambda.ts';
import { sns } from '../../../../src/harness/transports/sns.ts';
import { snsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { sqs } from '../../../../src/harness/transports/sqs.ts';
import { callFacts } from '../../../../src/harness/verdict/callFacts.ts';

test('the facts about calls are those of all checks, behind every transport', () => {
  const ways: Partial<HandlerFailure>[] = [{}, { open: ['Timeout'] }];
  const names = [lambda, sns, sqs, snsToSqs, kinesis, firehose].flatMap(({ facts }) =>
    Object.values<Check>(checks).flatMap((check) =>
      ways.flatMap((way): readonly FactName[] => check.facts({ kind: check.name, ...way }, facts.failure)),
    ),
  );
  expect(new Set(names)).toEqual(callFacts);
});
