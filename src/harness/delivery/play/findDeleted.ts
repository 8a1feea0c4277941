import { hadEffect, type LoggedCall } from '../../downstream/loggedCall.ts';

/**
 * The records whose message the function itself deleted from its queue, by place: a watched call that deletes messages
 * succeeded, and named their receipt handle. It marks all calls that name one.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html (documented)
 */
export function findDeleted(batch: object, made: readonly LoggedCall[]): number[] {
  const { Records: records } = batch as { Records?: readonly { receiptHandle?: unknown }[] };
  if (made.length === 0 || !Array.isArray(records)) return [];
  const deleted = new Set<number>();
  for (const call of made) {
    const text = JSON.stringify(call.args);
    const places = [...records.keys()].filter((place) => includesHandle(text, records[place]?.receiptHandle));
    if (places.length === 0) continue;
    call.isOfMessage = true;
    if (hadEffect(call) && /delete|remove/i.test(call.name)) for (const place of places) deleted.add(place);
  }
  return [...deleted].toSorted((one, other) => one - other);
}

function includesHandle(text: string, handle: unknown): boolean {
  return typeof handle === 'string' && text.includes(JSON.stringify(handle));
}
