import Ajv2020 from 'ajv/dist/2020.js';
import type * as z from 'zod';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { resolveDialect } from '../../../model/event/dialect.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';
import { relatedItemTypes, unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import {
  caseCreatedSchema,
  caseDeletedSchema,
  caseEventJsonSchema,
  caseEventSchema,
  caseUpdatedSchema,
  relatedItemCreatedSchema,
  relatedItemDeletedSchema,
  relatedItemUpdatedSchema,
} from '../../../model/schema/schema.ts';
import { changed } from '../event/changed.ts';

const schemas = {
  'CASE.CREATED': caseCreatedSchema,
  'CASE.UPDATED': caseUpdatedSchema,
  'CASE.DELETED': caseDeletedSchema,
  'RELATED_ITEM.CREATED': relatedItemCreatedSchema,
  'RELATED_ITEM.UPDATED': relatedItemUpdatedSchema,
  'RELATED_ITEM.DELETED': relatedItemDeletedSchema,
};

const dialects = [
  {},
  { relatedItemType: 'comment', relatedItemEventType: 'CASE.RELATED_ITEM', customItemFields: 'map' },
  { relatedItemEventType: 'RELATED_ITEM', fraction: 'nanoseconds', deletedCase: 'caseId only' },
  { detailType: 'Amazon Connect Cases Event', performedBy: 'absent', changedFieldIds: 'absent', fraction: 'seconds' },
  { changedFieldIdsOnUpdate: 'absent', anyChangedAttributes: 'absent', deletedItem: 'type and ids only' },
  { changedFieldIdsOnCreation: 'every field with a value' },
] as const;

const samples: CasesEvent[] = dialects
  .map(resolveDialect)
  .flatMap((dialect) =>
    eventTypes.flatMap((type) =>
      (isRelatedItemEventType(type) ? [...relatedItemTypes, unknownItemType] : ['Comment']).map((itemType) =>
        makeSample(type, exampleDomain, { itemType, dialect }),
      ),
    ),
  );

const updated = makeSample('CASE.UPDATED', exampleDomain);
const commented = makeSample('RELATED_ITEM.CREATED', exampleDomain);

const malformed: readonly (readonly [string, CasesEvent])[] = [
  ['two members in a value', changed(updated, 'detail.case.fields.status.value', { stringValue: '', doubleValue: 1 })],
  ['an unknown member', changed(updated, 'detail.case.fields.status.value', { dateValue: '' })],
  ['no member', changed(updated, 'detail.case.fields.status.value', {})],
  ['something beside a value', changed(updated, 'detail.case.fields.status.note', 'x')],
  ['an emptyValue that is not empty', changed(updated, 'detail.case.fields.status.value', { emptyValue: { a: 1 } })],
  ['fields in a list', changed(updated, 'detail.case.fields', [])],
  ['an empty field id', changed(updated, 'detail.case.fields.', { value: { stringValue: '' } })],
  ['a text of 4,101 characters', changed(updated, 'detail.case.fields.status.value.stringValue', '𝒳'.repeat(4101))],
  ['changedFieldIds as a text', changed(updated, 'detail.changedFieldIds', 'status')],
  ['an item without createdDateTime', changed(commented, 'detail.relatedItem.createdDateTime', undefined)],
  ['no case', changed(updated, 'detail.case', undefined)],
  ['a user of two kinds', changed(updated, 'detail.performedBy.user.customEntity', 'crm')],
  ['a user of no kind', changed(updated, 'detail.performedBy.user', { name: 'Jane' })],
  ['no principal', changed(updated, 'detail.performedBy.iamPrincipalArn', undefined)],
  ['three resources', changed(updated, 'resources', [...updated.resources, 'arn'])],
  ['a resource of another service', changed(updated, 'resources.0', 'arn:aws:s3:::bucket')],
  ['another source', changed(updated, 'source', 'aws.connect')],
  ['another detail-type', changed(updated, 'detail-type', 'Amazon Connect Cases')],
  ['another event type', changed(updated, 'detail.eventType', 'CASE.RELATED_ITEM')],
  ['CASE. twice', changed(updated, 'detail.eventType', 'CASE.CASE.UPDATED')],
  ['an account of 11 digits', changed(updated, 'account', '11112222333')],
  ['a Region by its name', changed(updated, 'region', 'Frankfurt')],
  ['a day that does not exist', changed(updated, 'time', '2023-02-29T00:00:00Z')],
  ['an instant without UTC', changed(updated, 'detail.approximateChangeTime', '2022-03-16T23:16:57.893+01:00')],
  ['ten fraction digits', changed(updated, 'detail.approximateChangeTime', '2022-03-16T23:16:57.8932114567Z')],
  ['a comment of 15,001 characters', changed(commented, 'detail.relatedItem.comment.body', 'x'.repeat(15_001))],
  ['the content of another type', changed(commented, 'detail.relatedItem.file', { fileArn: 'arn' })],
  ['known content of an unknown type', changed(commented, 'detail.relatedItem.relatedItemType', 'COMMENT')],
  ['no item type', changed(commented, 'detail.relatedItem.relatedItemType', undefined)],
  ['an id of 501 characters', changed(commented, 'detail.relatedItem.relatedItemId', 'x'.repeat(501))],
];

const additions: readonly string[] = ['extra', 'detail.extra', 'detail.performedBy.extra', 'detail.case.extra'];

describe('the schemas', () => {
  it('accept every sample in several readings, also the schema of its type', () => {
    for (const event of samples) {
      expect(caseEventSchema.safeParse(event).error).toBeUndefined();
      const fitting = Object.values(schemas).filter((schema) => schema.safeParse(event).success);
      expect(fitting).toHaveLength(1);
    }
  });

  it('keep unknown properties', () => {
    for (const path of additions) {
      const event = changed(updated, path, { of: 'tomorrow' });
      expect(caseEventSchema.parse(event)).toEqual(event);
    }
    const content = changed(commented, 'detail.relatedItem.comment.extra', 1);
    expect(relatedItemCreatedSchema.parse(content)).toEqual(content);
    const sla = makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType: 'Sla' });
    const configured = changed(sla, 'detail.relatedItem.sla.slaConfiguration.extra', 1);
    expect(relatedItemCreatedSchema.parse(configured)).toEqual(configured);
  });

  it.each(malformed)('refuse %s', (_what, event) => {
    expect(caseEventSchema.safeParse(event).success).toBe(false);
  });

  it('state the allowed values of each place, and the fact', () => {
    const [issue] = caseUpdatedSchema.safeParse(changed(updated, 'account', '1')).error?.issues ?? [];
    expect(issue).toMatchObject({ path: ['account'], message: 'must be the 12 digits of an AWS account [envelope]' });
  });

  it('equal the hand-written types', () => {
    const inferred: z.infer<typeof caseEventSchema> = updated;
    const byHand: CasesEvent = caseEventSchema.parse(updated);
    expect(inferred).toEqual(byHand);
  });
});

describe('caseEventJsonSchema', () => {
  const validate = new Ajv2020().compile(caseEventJsonSchema());

  it('is draft 2020-12', () => {
    expect(caseEventJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'An event of Amazon Connect Cases',
    });
  });

  it('accepts the events that the schemas accept', () => {
    for (const event of [...samples, ...additions.map((path) => changed(updated, path, null))]) {
      expect({ valid: validate(event), errors: validate.errors }).toEqual({ valid: true, errors: null });
    }
  });

  it.each(malformed)('refuses %s', (_what, event) => {
    expect(validate(event)).toBe(false);
  });
});
