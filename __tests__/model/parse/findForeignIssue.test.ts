import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { facts } from '../../../model/facts/facts.ts';
import { findForeignIssue } from '../../../model/parse/findForeignIssue.ts';

describe('findForeignIssue', () => {
  const updated = makeSample('CASE.UPDATED', exampleDomain);

  it('finds nothing foreign in a case event, even with a wrong envelope', () => {
    expect(findForeignIssue(updated)).toBeUndefined();
    expect(findForeignIssue({ ...updated, source: 'aws.connect' })).toBeUndefined();
    expect(findForeignIssue({})).toBeUndefined();
  });

  it('recognizes the other events of a rule on source alone', () => {
    const event = {
      source: 'aws.cases',
      'detail-type': 'AWS API Call via CloudTrail',
      detail: { eventName: 'GetCase' },
    };
    expect(findForeignIssue(event)).toEqual({
      path: 'detail-type',
      received: '"AWS API Call via CloudTrail"',
      allowed: '"Amazon Connect Cases Change"; this is CloudTrail\'s record of an API call',
      fact: facts.sourceOnlyRule,
      verdict: 'wrong',
    });
    expect(findForeignIssue({ source: 'aws.cases', 'detail-type': 'Amazon Connect Cases Rule' })).toMatchObject({
      path: 'detail-type',
      allowed: '"Amazon Connect Cases Change"',
    });
  });

  it('distinguishes JSON from other texts', () => {
    expect(findForeignIssue(JSON.stringify(updated))?.allowed).toBe(
      'an object; this is JSON: parse it first, parseCaseEvent(JSON.parse(text))',
    );
    expect(findForeignIssue('CASE.UPDATED')?.allowed).toBe('an object');
    expect(findForeignIssue(JSON.stringify(JSON.stringify(updated)))?.allowed).toBe(
      'an object; this is JSON within JSON: parse it twice',
    );
  });

  it('recognizes a detail that is still JSON text', () => {
    const written = { ...updated, detail: JSON.stringify(updated.detail) };
    expect(findForeignIssue(written)).toEqual({
      path: 'detail',
      received: 'a text',
      allowed:
        'an object; this is JSON, written as a text: parse it first, parseCaseEvent({ ...event, detail: JSON.parse(event.detail) })',
      fact: facts.envelope,
      verdict: 'wrong',
    });
    expect(findForeignIssue({ ...written, source: 'aws.s3' })?.path).toBe('source');
    expect(findForeignIssue({ ...updated, detail: 'none' })).toBeUndefined();
  });

  it.each(['Records', 'records'])('asks for one event instead of a batch of %s', (key) => {
    expect(findForeignIssue({ [key]: [] })?.allowed).toBe(
      'one EventBridge event; take it out of the records of SQS, SNS, Kinesis or Firehose first',
    );
  });
});
