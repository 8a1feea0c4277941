import { type EventKind, resolveEventKind } from '../../arbitraries/variations/eventKind.ts';
import { type Domain, defineDomain, type FieldDefinition } from '../../model/domain/domain.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import { type Dialect, resolveDialect } from '../../model/event/dialect.ts';
import { caseEventTypes } from '../../model/facts/eventTypes.ts';
import { fieldTypes, systemFieldIds } from '../../model/facts/fieldTypes.ts';
import { relatedItemTypes, unknownItemType } from '../../model/facts/relatedItemTypes.ts';

const place = { region: 'eu-central-1', accountId: '123456789012', domainId: 'a-domain' } as const;

/** Domains that differ in what their events carry. */
export const worlds: Readonly<Record<string, Domain>> = {
  'the example domain': exampleDomain,
  'a domain of metadata only': defineDomain(place) as unknown as Domain,
  'a domain of all system fields': domainOf({}, systemFieldIds, true),
  'a domain of odd field ids': domainOf(
    { digits: field('4815162342', 'Number'), blanks: field('refund amount', 'Boolean'), dots: field('a.b', 'Text') },
    ['digits', 'blanks', 'dots'],
    true,
  ),
  'a domain of ids that every object has': domainOf(
    { text: field('constructor', 'Text'), more: field('toString', 'Text') },
    ['text', 'more'],
    true,
  ),
  'a domain of one number': domainOf({ amount: field('amount-id', 'Number') }, ['amount'], false),
  'a domain of 400 fields': manyFields(400),
};

/** Dialects that together contain every other reading that `verify` plays. */
export const otherDialects: readonly Partial<Dialect>[] = [
  { relatedItemType: 'comment', relatedItemEventType: 'CASE.RELATED_ITEM', customItemFields: 'map' },
  { deletedCase: 'caseId only', performedBy: 'absent', changedFieldIds: 'absent', fraction: 'seconds' },
  { clearedField: 'emptyValue', userField: 'stringValue', fraction: 'nanoseconds', changedAttributes: 'comment.body' },
  {
    relatedItemEventType: 'RELATED_ITEM',
    updatedItemTypes: 'all',
    fraction: 'microseconds',
    changedFieldIds: 'absent',
  },
  {
    changedFieldIdsOnUpdate: 'absent',
    changedFieldIdsOnCreation: 'every field with a value',
    anyChangedAttributes: 'absent',
    deletedItem: 'type and ids only',
  },
];

/** The event kinds of a domain in a dialect: every event type, every related item type. */
export function kindsIn(domain: Domain, readings: Partial<Dialect> = {}, fresh: boolean = false): EventKind[] {
  const dialect = resolveDialect(readings);
  return [
    ...caseEventTypes.map((type) => resolveEventKind({ type }, domain, dialect, fresh)),
    ...[...relatedItemTypes, unknownItemType].map((itemType) =>
      resolveEventKind({ type: 'RELATED_ITEM.CREATED', itemType }, domain, dialect, fresh),
    ),
    resolveEventKind({ type: 'RELATED_ITEM.UPDATED', itemType: 'Comment' }, domain, dialect, fresh),
    resolveEventKind({ type: 'RELATED_ITEM.DELETED', itemType: 'Contact' }, domain, dialect, fresh),
  ];
}

/** The event kinds of every domain in the default dialect, and of the example domain in every other one. */
export function everyKind(): EventKind[] {
  return [
    ...Object.values(worlds).flatMap((domain) => kindsIn(domain)),
    ...otherDialects.flatMap((readings) => kindsIn(exampleDomain as unknown as Domain, readings)),
  ];
}

function field(id: string, type: FieldDefinition['type']): FieldDefinition {
  return { id, type };
}

function domainOf(
  fields: Record<string, FieldDefinition>,
  included: readonly string[],
  relatedItemContent: boolean,
): Domain {
  const includedData = { fields: included as never[], relatedItemContent };
  return defineDomain({ ...place, fields, includedData }) as unknown as Domain;
}

function manyFields(count: number): Domain {
  const names = Array.from({ length: count }, (_, index) => `field${index}`);
  const typeOf = (index: number): FieldDefinition['type'] => fieldTypes[index % fieldTypes.length] ?? 'Text';
  const fields = Object.fromEntries(names.map((name, index) => [name, field(`${name}-id`, typeOf(index))]));
  return domainOf(fields, names, true);
}
