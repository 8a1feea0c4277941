import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { contentPaths } from '../../../model/event/contentPaths.ts';
import { type ReadScope, resolveRead } from '../../../model/event/paths.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { relatedItemTypes } from '../../../model/facts/relatedItemTypes.ts';
import { valueAt } from '../../../model/values/eventPath.ts';

const updated: ReadScope = { eventType: 'CASE.UPDATED', domain: exampleDomain };

test('a path is relative to detail, and to the envelope after $.', () => {
  expect(resolveRead('a path', 'case.caseId', updated).segments).toEqual(['detail', 'case', 'caseId']);
  expect(resolveRead('a path', '$.resources', updated).segments).toEqual(['resources']);
});

test('a field path names the field by its id on the wire, for any id', () => {
  const domain = {
    ...exampleDomain,
    fields: { odd: { id: 'refund.amount', type: 'Number' } },
    includedData: { fields: ['odd'], relatedItemContent: false },
  } as const;
  const { segments, field } = resolveRead('a path', 'case.fields.odd', { eventType: 'CASE.CREATED', domain });
  expect(segments).toEqual(['detail', 'case', 'fields', 'refund.amount']);
  expect(field).toMatchObject({ name: 'odd', type: 'Number' });
});

test.each(relatedItemTypes)('every content path of %s exists in its sample, or is optional', (itemType) => {
  const event = makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType });
  const scope: ReadScope = { eventType: 'RELATED_ITEM.CREATED', itemType, domain: exampleDomain };
  const absent = contentPaths[itemType].filter(
    (path) => valueAt(event, resolveRead('a path', path, scope).segments) === undefined,
  );
  expect(absent.filter((path) => !/contentType|completionTime/.test(path))).toEqual([]);
});

test.each([
  ['the envelope without $.', 'id', 'Paths of the envelope begin with $.: write "$.id".'],
  ['a path from the root', 'detail.case.caseId', 'Paths are relative to detail: write "case.caseId".'],
  ['a field as a member of the case', 'case.status', 'Fields are below case.fields: write "case.fields.status".'],
  ['a path from the event', 'event.detail.case.caseId', 'Paths are relative to detail: write "case.caseId".'],
])('the error for %s shows the right path before the list of all', (_, path, hint) => {
  expect(() => resolveRead('the path', path, updated)).toThrow(
    `the path is "${path}". ${hint} Allowed: "changedFieldIds", "case.caseId", `,
  );
});

test.each([
  ['an unlisted property of the envelope', '$.source'],
  ['an object that is read part by part', 'case'],
  ['nothing', ''],
])('%s is refused', (_, path) => {
  expect(() => resolveRead('the path', path, updated)).toThrow(
    `the path is ${JSON.stringify(path)}; allowed: "changedFieldIds", "case.caseId", `,
  );
});
