import type { Read } from '../../../../model/event/paths.ts';
import { fieldValueMembers, listValueMembers } from '../../../../model/facts/fieldTypes.ts';
import { type EventPath, isAtOrBelow } from '../../../../model/values/eventPath.ts';
import type { TouchedPlace } from '../../recording/readNotes.ts';
import type { RecordedReads } from './readSummary.ts';

/** A declared field that the handler reads only where a value of its type has nothing. */
export interface Misread {
  readonly read: Read;
  /** The place that it reads. */
  readonly place: EventPath;
  /** Whether it also copies the value, by itself or with all around it. Then it may use the copy. */
  readonly isCopied: boolean;
}

/** The declared fields of which the handler reads only members of other types, such as `stringValue` of a Number. */
export function listMisread(reads: readonly Read[], recorded: readonly RecordedReads[]): readonly Misread[] {
  const fields = reads.filter(({ field }) => field !== undefined);
  if (fields.length === 0) return [];
  const touched = recorded.flatMap(({ seen }) => seen.touched);
  return fields.flatMap((read) => {
    const within = touched.filter(
      ({ segments, kind }) => isAtOrBelow(segments, read.segments) && !isGone(read, segments, kind),
    );
    const [wrong] = within;
    if (wrong === undefined || !within.every((place) => isWrong(read, place))) return [];
    return [{ read, place: wrong.segments, isCopied: recorded.some((one) => isCopied(read, one)) }];
  });
}

/** Whether no value of a field's type has anything at a place below the field. */
export function isNoMember({ field, segments: above }: Read, segments: EventPath): boolean {
  const [value, member] = segments.slice(above.length);
  if (field === undefined || value === undefined) return false;
  if (value !== 'value') return true;
  return member !== undefined && ![...listValueMembers(field.type), 'emptyValue'].includes(member);
}

function isWrong(read: Read, { segments, kind, isSwept }: TouchedPlace): boolean {
  return kind === 'absent' && !isSwept && isNoMember(read, segments);
}

/** Whether an event lacks the field, which says nothing about how the handler reads it. */
function isGone({ segments: above }: Read, segments: EventPath, kind: TouchedPlace['kind']): boolean {
  return kind === 'absent' && segments.length === above.length;
}

function isCopied({ path, segments }: Read, { seen }: RecordedReads): boolean {
  return fieldValueMembers.some(
    (member) => seen.reading({ path, segments: [...segments, 'value', member] }) === 'in a copy',
  );
}
