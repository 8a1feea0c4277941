import { type Domain, type DomainField, listCustomFields, listIncludedFields } from '../../../model/domain/domain.ts';
import { facts } from '../../../model/facts/facts.ts';
import { isSystemFieldId, memberByType } from '../../../model/facts/fieldTypes.ts';
import { contentKeys } from '../../../model/facts/relatedItemTypes.ts';
import type { LeafMismatch } from '../../../model/rule/match/leafMismatch.ts';
import { valueAt } from '../../../model/values/eventPath.ts';
import { didYouMean } from '../../../model/values/invalidArgument.ts';
import { hasCasePrefix } from './hasCasePrefix.ts';

/** A known trap of event patterns with Cases events. It returns a sentence about a leaf that falls into it. */
type Trap = (mismatch: LeafMismatch, event: object, domain: Domain) => string | undefined;

/** What is usually behind the leaves that refuse an event, one sentence for each trap. */
export function explainTraps(mismatches: readonly LeafMismatch[], event: object, domain: Domain): readonly string[] {
  const found = mismatches.flatMap((mismatch) => traps.flatMap((trap) => trap(mismatch, event, domain) ?? []));
  return [...new Set(found)];
}

const traps: readonly Trap[] = [
  existsOnObject,
  explainPrefix,
  explainContentNotIncluded,
  explainFieldNotIncluded,
  explainOtherMember,
  explainNoMember,
];

function existsOnObject({ path, fact }: LeafMismatch, event: object): string | undefined {
  const value = valueAt(event, path);
  if (fact !== facts.existsLeaf || typeof value !== 'object' || value === null || Array.isArray(value))
    return undefined;
  const [member] = Object.entries(value).find(([, inner]) => typeof inner !== 'object') ?? [];
  const place = path.join('.');
  const advice = member === undefined ? '' : `: write ${place}.${member}`;
  return `${place} is an object, and no condition ever matches an object${advice}.`;
}

function explainPrefix({ path, condition, received: [eventType] }: LeafMismatch): string | undefined {
  if (path.join('.') !== 'detail.eventType' || !hasCasePrefix(condition)) return undefined;
  if (!String(eventType).startsWith('RELATED_ITEM.')) return undefined;
  return 'The prefix "CASE." misses RELATED_ITEM.*, but admits CASE.RELATED_ITEM.*. AWS writes both, so list each event type.';
}

function explainContentNotIncluded({ path }: LeafMismatch, _: object, { includedData }: Domain): string | undefined {
  const [, item, key = ''] = path;
  if (includedData.relatedItemContent || item !== 'relatedItem') return undefined;
  if (!(Object.values(contentKeys) as readonly string[]).includes(key)) return undefined;
  return `The domain does not include the content of related items: set includedData.relatedItemContent (and the event configuration in AWS), or leave ${key} out of the pattern.`;
}

function explainFieldNotIncluded({ path, received }: LeafMismatch, _: object, domain: Domain): string | undefined {
  const key = readFieldKey(path);
  if (key === undefined || received.length > 0 || findIncluded(domain, key) !== undefined) return undefined;
  const included = listIncludedFields(domain).find(({ name }) => name === key);
  if (included !== undefined) return nameForId(included);
  const defined = listCustomFields(domain).find(({ id }) => id === key);
  if (defined !== undefined || isSystemFieldId(key)) {
    const name = defined?.name ?? key;
    return `The domain does not include ${name} in its events: add "${name}" to includedData.fields (and to the event configuration in AWS).`;
  }
  const named = listCustomFields(domain).find(({ name }) => name === key);
  if (named !== undefined) return nameForId(named);
  const nearest = didYouMean(
    key,
    listIncludedFields(domain).map(({ id }) => id),
  );
  return [
    `The domain has no field with the id ${JSON.stringify(key)}.`,
    ...(nearest === undefined ? [] : [nearest]),
  ].join(' ');
}

function nameForId({ name, id }: DomainField): string {
  return `Events have the ids of fields, not their names: write ${JSON.stringify(id)} for ${name}.`;
}

/** The value of a field is in the member of its type. */
function explainOtherMember({ path, received }: LeafMismatch, _: object, domain: Domain): string | undefined {
  const field = findIncluded(domain, readFieldKey(path) ?? '');
  const [member] = path.slice(-1);
  if (field === undefined || received.length > 0 || member === memberByType[field.type]) return undefined;
  if (path.at(-2) !== 'value')
    return `The value of ${field.name} is in value.${memberByType[field.type]} of the field.`;
  return `${field.name} is of type ${field.type}, so its value is in ${memberByType[field.type]}, not in ${member}.`;
}

/** The outermost member of a pattern that no event has, such as a whole template around the pattern. */
function explainNoMember({ path: [first = ''] }: LeafMismatch, event: object): string | undefined {
  if (Object.hasOwn(event, first)) return undefined;
  return `Events have no ${JSON.stringify(first)} at their top: give the event pattern itself.`;
}

function readFieldKey(path: readonly string[]): string | undefined {
  if (path.slice(0, 3).join('.') !== 'detail.case.fields' || path.length < 4) return undefined;
  const end = path.lastIndexOf('value');
  return path.slice(3, end < 4 ? undefined : end).join('.');
}

function findIncluded(domain: Domain, key: string): DomainField | undefined {
  return listIncludedFields(domain).find(({ id }) => id === key);
}
