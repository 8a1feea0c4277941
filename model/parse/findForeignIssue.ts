import { parseEventType } from '../event/parseEventType.ts';
import { type ShowValue, showReceived } from '../event/showReceived.ts';
import { facts } from '../facts/facts.ts';
import { casesSource, detailTypes } from '../schema/envelopeSchema.ts';
import { valueAt } from '../values/eventPath.ts';
import { type PlacedIssue, toInvalidCaseEvent } from './invalidCaseEvent.ts';

const CLOUD_TRAIL = 'AWS API Call via CloudTrail';

/** Why a value is clearly not a Cases event, in words for what it is; undefined if it may be one. */
export function findForeignIssue(value: unknown, showValue: ShowValue = showReceived): PlacedIssue | undefined {
  if (typeof value === 'string') return makeEnvelopeIssue('a text', `an object${parseFirst(value)}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return makeEnvelopeIssue(showValue(value), 'an EventBridge event, an object');
  }
  if ('Records' in value || 'records' in value) {
    return makeEnvelopeIssue(
      showValue(value),
      'one EventBridge event; take it out of the records of SQS, SNS, Kinesis or Firehose first',
    );
  }
  if (parseEventType(valueAt(value, ['detail', 'eventType'])) !== undefined) return undefined;
  return findOtherSource(value, showValue) ?? findWrittenDetail(value);
}

function parseFirst(text: string): string {
  if (/^\s*"\{/.test(text)) return '; this is JSON within JSON: parse it twice';
  return /^\s*\{/.test(text) ? '; this is JSON: parse it first, parseCaseEvent(JSON.parse(text))' : '';
}

/** A detail that is still JSON text, as PutEvents takes it. */
function findWrittenDetail(event: object): PlacedIssue | undefined {
  const detail = valueAt(event, ['detail']);
  if (typeof detail !== 'string' || !/^\s*\{/.test(detail)) return undefined;
  const allowed =
    'an object; this is JSON, written as a text: parse it first, parseCaseEvent({ ...event, detail: JSON.parse(event.detail) })';
  return toInvalidCaseEvent({ segments: ['detail'], received: 'a text', allowed, fact: facts.envelope });
}

function makeEnvelopeIssue(came: string, allowed: string): PlacedIssue {
  return toInvalidCaseEvent({ segments: [], received: came, allowed, fact: facts.envelope });
}

function findOtherSource(value: object, showValue: ShowValue): PlacedIssue | undefined {
  const source = valueAt(value, ['source']);
  const detailType = valueAt(value, ['detail-type']);
  if (detailType === CLOUD_TRAIL) {
    const allowed = `"${detailTypes[0]}"; this is CloudTrail's record of an API call`;
    return toInvalidCaseEvent({
      segments: ['detail-type'],
      received: JSON.stringify(detailType),
      allowed,
      fact: facts.sourceOnlyRule,
    });
  }
  if (typeof source === 'string' && source !== casesSource) {
    return toInvalidCaseEvent({
      segments: ['source'],
      received: showValue(source),
      allowed: `"${casesSource}"`,
      fact: facts.source,
    });
  }
  if (typeof detailType !== 'string' || (detailTypes as readonly string[]).includes(detailType)) return undefined;
  const allowed = `"${detailTypes[0]}"`;
  return toInvalidCaseEvent({
    segments: ['detail-type'],
    received: showValue(detailType),
    allowed,
    fact: facts.source,
  });
}
