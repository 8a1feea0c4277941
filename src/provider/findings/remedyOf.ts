import { kindOf, providerStates } from '../../../contracts/providerStates.ts';
import { type Domain, includedFields } from '../../../model/domain/domain.ts';
import { contentPaths, optionalContentMembers } from '../../../model/event/contentPaths.ts';
import { memberOf } from '../../../model/facts/fieldTypes.ts';
import type { Demand } from './demands.ts';

/** What the consumer can do about a demand that AWS does not promise. */
export function remedyOf({ kind, steps }: Demand, isReading: boolean, domain: Domain): string {
  if (isReading) return 'Accept every spelling: use a pattern that fits them all, or demand nothing here.';
  if (isOfEveryField(steps, domain)) return remedyForEveryField;
  if (kind === 'value') {
    return 'Match this place by type, or by a pattern that all values fit. If you do not read it, leave it out of the body.';
  }
  const state = stateFor(steps, domain);
  return state === undefined
    ? 'Leave it out of the body: AWS states no such part.'
    : `Give the interaction the provider state ${state}, which fixes it, or leave it out of the body.`;
}

/** What the consumer can do about a demand on every field, whatever its type: the same for all that do not meet it. */
export const remedyForEveryField =
  'Write a rule for each field that you read, by its id. A rule for all fields (eachKeyLike, eachValueMatches) also applies to fields of other types, and to new ones.';

/** Whether a field is asked for the member of another type, or is one that nobody defined: no provider state helps there. */
function isOfEveryField(steps: readonly string[], domain: Domain): boolean {
  const [, , , fieldId, , member] = steps;
  if (steps.slice(0, 3).join('.') !== 'detail.case.fields' || member === undefined) return false;
  const field = includedFields(domain).find(({ id }) => id === fieldId);
  return field === undefined || memberOf[field.type] !== member;
}

/** The provider state that pins a place, as a pact writes it. */
function stateFor(steps: readonly string[], domain: Domain): string | undefined {
  const place = steps.slice(1).join('.');
  if (steps[0] !== 'detail') return undefined;
  if (place.startsWith('case.fields.')) {
    const fieldId = steps[3];
    const field = includedFields(domain).find(({ id }) => id === fieldId);
    const member = steps[5] ?? (field === undefined ? undefined : memberOf[field.type]);
    return `"${providerStates.field}" ${JSON.stringify({ fieldId, member })}`;
  }
  if (place === 'case.fields') return `"${providerStates.anyField}"`;
  if (place === 'performedBy.user') return `"${providerStates.user}"`;
  const kind = kindOf(place);
  if (kind !== undefined) return `"${providerStates.userKind}" ${JSON.stringify({ kind })}`;
  const type = Object.entries(contentPaths).find(([, paths]) => (paths as readonly string[]).includes(place))?.[0];
  if (type === undefined) return undefined;
  return Object.hasOwn(optionalContentMembers, place)
    ? `"${providerStates.optionalMember}" ${JSON.stringify({ type, path: place })}`
    : `"${providerStates.content}" ${JSON.stringify({ type })}`;
}
