import { build } from '../../../arbitraries/generation/build.ts';
import { makeSamplePlan, type Plan, setFullVariation } from '../../../arbitraries/plan/plan.ts';
import { identify } from '../../../arbitraries/values/identify.ts';
import { resolveEventKind } from '../../../arbitraries/variations/eventKind.ts';
import { type Domain, defineDomain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { defaultDialect } from '../../../model/event/dialect.ts';
import { entrySize } from '../../../model/event/entrySize.ts';
import { nameEventKinds } from '../../../model/event/eventKindName.ts';
import { listCustomItemFields, makeSampleDraft, sampleIds } from '../../../model/event/samples.ts';
import { eventTypes } from '../../../model/facts/eventTypes.ts';
import { relatedItemTypes } from '../../../model/facts/relatedItemTypes.ts';
import { parseCaseEvent } from '../../../model/parse/parseCaseEvent.ts';

const place = { region: 'eu-west-2', accountId: '111122223333', domainId: 'd-1' } as const;
const domain = defineDomain({
  ...place,
  includedData: {
    fields: ['case_id', 'reference_number', 'created_datetime', 'last_updated_datetime'],
    relatedItemContent: true,
  },
}) as unknown as Domain;

const plans: readonly Plan[] = eventTypes.flatMap((type) =>
  nameEventKinds(type, relatedItemTypes).map((name) => makeSamplePlan(resolveEventKind(name, domain, defaultDialect))),
);

/** Every text of an event that holds a UUID, a reference number or an instant. */
function own(event: object): string[] {
  const texts = JSON.stringify(event).match(/[0-9a-f]{8}-[0-9a-f-]{27}|"[0-9A-Z]{9}"|\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
  return texts.filter((text) => !constant.includes(text));
}

/** What several events share: a template, a user, the instance, and the field of a Custom item. */
const constant = [sampleIds.template, sampleIds.user, sampleIds.instance, listCustomItemFields(domain)[0]?.id ?? ''];

test.each(plans.map((plan) => [`${plan.kind.type} ${plan.kind.itemType ?? ''}`, plan] as const))(
  'two identities of %s share no id and no instant, and are valid and as large as the sample',
  (_, plan) => {
    const one = build({ ...plan, identity: { number: 4_000_000, run: 7 } });
    const other = build({ ...plan, identity: { number: 8_000_000, run: 7 } });
    const shared = own(one).filter((text) => own(other).includes(text));
    // The times of a contact's connection and of an SLA's target are not instants of the event.
    expect(shared.filter((text) => !/^2022-03-1[67]T(23|00):16:57/.test(text))).toEqual([]);
    expect(own(one).length).toBeGreaterThan(3);
    expect(parseCaseEvent(one, { domain })).toEqual(one);
    expect(entrySize(one)).toBe(entrySize(build(plan)));
  },
);

test('later events have later instants, in the same order', () => {
  const draft = makeSampleDraft({ type: 'CASE.CREATED' }, exampleDomain, defaultDialect);
  const before = { ...draft };
  identify(draft, { number: 60_000, run: 1 });
  expect([draft.createdAt, draft.changedAt, draft.sentAt]).toEqual(
    [before.createdAt, before.changedAt, before.sentAt].map((time) => time + 60_000),
  );
});

test('a long id differs for each identity', () => {
  const plan = makeSamplePlan(resolveEventKind({ type: 'CASE.CREATED' }, exampleDomain, defaultDialect));
  const point = plan.kind.points.findIndex(({ id }) => id === 'caseId');
  const longest =
    plan.kind.points[point]?.variations.findIndex(({ coverageItem }) => coverageItem === 'longestIdentifier') ?? -1;
  setFullVariation(plan, point, longest);
  const ids = [1, 2].map((number) => build({ ...plan, identity: { number, run: 1 } }).resources[1]);
  expect(ids[0]).toHaveLength(500);
  expect(ids[0]).not.toBe(ids[1]);
});

test('an event without an identity has the ids of the documented sample', () => {
  const event = build(makeSamplePlan(resolveEventKind({ type: 'CASE.CREATED' }, exampleDomain, defaultDialect)));
  expect(event.id).toBe(sampleIds.event);
});

test('cases with the same number in two runs have reference numbers of their own', () => {
  const references = [1, 2].map((run) => {
    const draft = makeSampleDraft({ type: 'CASE.CREATED' }, domain, defaultDialect);
    identify(draft, { number: 7, run });
    return draft.subject === 'case' ? draft.fields?.reference_number?.value.stringValue : undefined;
  });
  expect(references).toEqual([expect.stringMatching(/^[0-9A-Z]{9}$/), expect.stringMatching(/^[0-9A-Z]{9}$/)]);
  expect(references[0]).not.toBe(references[1]);
});
