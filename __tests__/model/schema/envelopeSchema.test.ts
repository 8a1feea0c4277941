import * as z from 'zod';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { envelopeSchema } from '../../../model/schema/envelopeSchema.ts';

describe('envelopeSchema', () => {
  const schema = envelopeSchema(z.unknown());
  const event = makeSample('CASE.UPDATED', exampleDomain);

  it('accepts any id, unknown properties, and the detail-type of 2022', () => {
    expect(schema.safeParse({ ...event, id: '' }).success).toBe(true);
    expect(schema.parse({ ...event, 'replay-name': 'r' })).toHaveProperty('replay-name', 'r');
    expect(schema.safeParse({ ...event, 'detail-type': 'Amazon Connect Cases Event' }).success).toBe(true);
  });

  it.each([
    [{ version: 0 }, 'must be a text that is not empty [envelope]'],
    [{ id: 7 }, 'must be a text [envelopeId]'],
    [{ source: 'aws.connect' }, 'must be "aws.cases" [source]'],
    [{ 'detail-type': '' }, 'must be "Amazon Connect Cases Change" (in 2022 "Amazon Connect Cases Event") [source]'],
    [{ account: 111122223333 }, 'must be the 12 digits of an AWS account [envelope]'],
    [{ region: 'us' }, 'must be an AWS Region such as "us-east-1" [envelope]'],
    [{ region: 'us-gov-west-1' }, 'must be a Region of the partition aws [partition]'],
    [{ resources: [] }, 'must be two ARNs: the domain, then the case or related item [resources]'],
    [
      { resources: [...event.resources].reverse() },
      'must be the ARN of a Cases domain, "arn:aws:cases:<Region>:<account>:domain/<id>" [resources]',
    ],
  ])('refuses %j', (change, message) => {
    expect(schema.safeParse({ ...event, ...change }).error?.issues[0]?.message).toBe(message);
  });
});
