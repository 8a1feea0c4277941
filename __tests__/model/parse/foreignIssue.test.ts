import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { sample } from '../../../model/event/samples.ts';
import { facts } from '../../../model/facts/facts.ts';
import { foreignIssue } from '../../../model/parse/foreignIssue.ts';

describe('foreignIssue', () => {
  const updated = sample('CASE.UPDATED', exampleDomain);

  it('finds nothing foreign in a case event, even with a wrong envelope', () => {
    expect(foreignIssue(updated)).toBeUndefined();
    expect(foreignIssue({ ...updated, source: 'aws.connect' })).toBeUndefined();
    expect(foreignIssue({})).toBeUndefined();
  });

  it('recognizes the other events of a rule on source alone', () => {
    const event = {
      source: 'aws.cases',
      'detail-type': 'AWS API Call via CloudTrail',
      detail: { eventName: 'GetCase' },
    };
    expect(foreignIssue(event)).toEqual({
      path: 'detail-type',
      received: '"AWS API Call via CloudTrail"',
      allowed: '"Amazon Connect Cases Change"; this is CloudTrail\'s record of an API call',
      fact: facts.sourceOnlyRule,
      verdict: 'wrong',
    });
    expect(foreignIssue({ source: 'aws.cases', 'detail-type': 'Amazon Connect Cases Rule' })).toMatchObject({
      path: 'detail-type',
      allowed: '"Amazon Connect Cases Change"',
    });
  });

  it('distinguishes JSON from other texts', () => {
    expect(foreignIssue(JSON.stringify(updated))?.allowed).toBe(
      'an object; this is JSON: parse it first, parseCaseEvent(JSON.parse(text))',
    );
    expect(foreignIssue('CASE.UPDATED')?.allowed).toBe('an object');
    expect(foreignIssue(JSON.stringify(JSON.stringify(updated)))?.allowed).toBe(
      'an object; this is JSON within JSON: parse it twice',
    );
  });

  it('recognizes a detail that is still JSON text', () => {
    const written = { ...updated, detail: JSON.stringify(updated.detail) };
    expect(foreignIssue(written)).toEqual({
      path: 'detail',
      received: 'a text',
      allowed:
        'an object; this is JSON, written as a text: parse it first, parseCaseEvent({ ...event, detail: JSON.parse(event.detail) })',
      fact: facts.envelope,
      verdict: 'wrong',
    });
    expect(foreignIssue({ ...written, source: 'aws.s3' })?.path).toBe('source');
    expect(foreignIssue({ ...updated, detail: 'none' })).toBeUndefined();
  });

  it.each(['Records', 'records'])('asks for one event instead of a batch of %s', (key) => {
    expect(foreignIssue({ [key]: [] })?.allowed).toBe(
      'one EventBridge event; take it out of the records of SQS, SNS, Kinesis or Firehose first',
    );
  });
});
