import { findUserKind, providerStates } from '../../../contracts/providerStates.ts';
import { type Domain, listIncludedFields } from '../../../model/domain/domain.ts';
import { contentPaths, optionalContentMembers } from '../../../model/event/contentPaths.ts';
import { memberByType } from '../../../model/facts/fieldTypes.ts';
import { type EventPath, formatPath } from '../../../model/values/eventPath.ts';
import type { Expectation } from './expectations.ts';

/** What the consumer can do about an expectation that AWS does not promise to meet. */
export interface Remedy {
  readonly todo: string;
  /** Whether the expectation is on every field of any type: all unmet ones then have this one remedy. */
  readonly isForEveryField: boolean;
}

/** What the consumer can do about an expectation that AWS does not promise to meet. */
export function suggestRemedy(expectation: Expectation, isReading: boolean, domain: Domain): Remedy {
  const isForEveryField = !isReading && isOfEveryField(expectation.segments, domain);
  return { todo: isForEveryField ? FIELD_BY_FIELD : suggestForPlace(expectation, isReading, domain), isForEveryField };
}

const FIELD_BY_FIELD =
  'Write a rule for each field that you read, by its id. A rule for all fields (eachKeyLike, eachValueMatches) also applies to fields of other types, and to new ones.';

function suggestForPlace({ kind, segments }: Expectation, isReading: boolean, domain: Domain): string {
  if (isReading) return 'Accept every spelling: use a pattern that fits them all, or expect nothing here.';
  if (kind === 'value') {
    return 'Match this place by type, or by a pattern that all values fit. If you do not read it, leave it out of the body.';
  }
  const state = suggestState(segments, domain);
  return state === undefined
    ? 'Leave it out of the body: AWS documents no such member.'
    : `Give the interaction the provider state ${state}, which fixes it, or leave it out of the body.`;
}

/** Whether the pact expects a member of another type, or an undefined field: no provider state helps there. */
function isOfEveryField(segments: EventPath, domain: Domain): boolean {
  const [, , , fieldId, , member] = segments;
  if (!isInFields(segments) || member === undefined) return false;
  const field = listIncludedFields(domain).find(({ id }) => id === fieldId);
  return field === undefined || memberByType[field.type] !== member;
}

/** Whether a place is a field of a case, or in one. */
function isInFields([root, subject, fields, fieldId]: EventPath): boolean {
  return root === 'detail' && subject === 'case' && fields === 'fields' && fieldId !== undefined;
}

/** The provider state that guarantees a place, as a pact writes it. */
function suggestState(segments: EventPath, domain: Domain): string | undefined {
  if (segments[0] !== 'detail') return undefined;
  const place = formatPath(segments.slice(1));
  if (isInFields(segments)) {
    const fieldId = segments[3];
    const field = listIncludedFields(domain).find(({ id }) => id === fieldId);
    const member = segments[5] ?? (field === undefined ? undefined : memberByType[field.type]);
    return `"${providerStates.field}" ${JSON.stringify({ fieldId, member })}`;
  }
  if (place === 'case.fields') return `"${providerStates.anyField}"`;
  if (place === 'performedBy.user') return `"${providerStates.user}"`;
  const kind = findUserKind(place);
  if (kind !== undefined) return `"${providerStates.userKind}" ${JSON.stringify({ kind })}`;
  const type = Object.entries(contentPaths).find(([, paths]) => (paths as readonly string[]).includes(place))?.[0];
  if (type === undefined) return undefined;
  return Object.hasOwn(optionalContentMembers, place)
    ? `"${providerStates.optionalMember}" ${JSON.stringify({ type, path: place })}`
    : `"${providerStates.content}" ${JSON.stringify({ type })}`;
}
