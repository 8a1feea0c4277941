import { providerStates } from '../../../contracts/providerStates.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { Failure } from '../../../src/provider/findings/failure.ts';
import { fails, type Verdict } from '../../../src/provider/findings/verdict.ts';
import { type ProviderResult, verifyProvider } from '../../../src/provider/verifyProvider.ts';
import { byType, type Demanded, writtenPacts } from './writtenPacts.ts';

const written = writtenPacts();

const envelope = { source: 'aws.cases', 'detail-type': 'Amazon Connect Cases Change' };

function caseEvent(eventType: string, detail: object, rest: object = envelope): object {
  return { ...rest, detail: { eventType, ...detail } };
}

function itemEvent(eventType: string, relatedItem: object, detail: object = {}): object {
  return { ...envelope, detail: { eventType, ...detail, relatedItem } };
}

/** Rules that match everything by type, with both spellings of the event type and of a comment. */
const bothSpellings = {
  ...byType,
  '$.detail.eventType': [{ match: 'regex', regex: '^(CASE\\.)?RELATED_ITEM\\.[A-Z]+$' }],
  '$.detail.relatedItem.relatedItemType': [{ match: 'type' }],
};

const { user, field, anyField, content } = providerStates;
const status = { name: field, params: { fieldId: 'status', member: 'stringValue' } };
const { approver, feedback } = exampleDomain.fields;
const approvedBy = (params: object) => ({ name: field, params: { fieldId: approver.id, ...params } });

interface Row extends Demanded {
  /** The words in its failure. */
  readonly says: readonly string[];
}

/** Each expects one thing that AWS does not promise. */
const overDemanding: readonly Row[] = [
  {
    description: 'a field without a state',
    content: caseEvent('CASE.UPDATED', { case: { fields: { status: { value: { stringValue: 'open' } } } } }),
    rules: byType,
    says: [
      '(class sparse).',
      'detail.case.fields.status: {"value":{"stringValue":"open"}} → absent',
      'detail.case.fields.status is expected, but missing',
      'fields "contains only non-null field values" of the configured fields: a field without a value is absent (documented)',
      'the provider state "a case field has a value" {"fieldId":"status","member":"stringValue"}',
    ],
  },
  {
    description: 'a custom field without a state',
    content: caseEvent('CASE.CREATED', { case: { fields: { 'f-1': { value: { doubleValue: 1 } } } } }),
    rules: byType,
    says: ['(f-1): {"value":{"doubleValue":5}} → absent', '"fieldId":"f-1"'],
  },
  {
    description: 'one type of every field',
    content: caseEvent('CASE.UPDATED', { case: { fields: { status: { value: { stringValue: 'open' } } } } }),
    rules: { ...byType, '$.detail.case.fields': [{ match: 'eachValue', rules: [{ match: 'type' }] }] },
    states: [status],
    says: [
      '.value.stringValue is expected, but missing',
      'Write a rule for each field that you read, by its id. A rule for all fields (eachKeyLike, eachValueMatches) also applies to fields of other types, and to new ones.',
    ],
  },
  {
    description: 'one spelling of relatedItemType',
    content: itemEvent('RELATED_ITEM.CREATED', { relatedItemType: 'Comment' }),
    rules: { ...bothSpellings, '$.detail.relatedItem.relatedItemType': [{ match: 'equality' }] },
    says: [
      'detail.relatedItem.relatedItemType: "Comment" → "comment"',
      'open: "how is relatedItemType spelled?" "comment"',
      '(observed)',
      'Accept every spelling',
    ],
  },
  {
    description: 'one spelling of eventType',
    content: itemEvent('RELATED_ITEM.CREATED', { relatedItemType: 'Comment' }),
    rules: { ...bothSpellings, '$.detail.eventType': [{ match: 'equality' }] },
    says: [
      'detail.eventType: "RELATED_ITEM.CREATED" → "CASE.RELATED_ITEM.CREATED"',
      'open: "do the event types of related items begin with CASE.?"',
    ],
  },
  {
    description: 'an exact text, by equality',
    content: caseEvent('CASE.UPDATED', { case: { fields: { status: { value: { stringValue: 'open' } } } } }),
    rules: { ...byType, '$.detail.case.fields.status.value.stringValue': [{ match: 'equality' }] },
    states: [status],
    says: [
      'options of a single-select field can be added at any time',
      'detail.case.fields.status.value.stringValue: Expected',
      'Match this place by type',
    ],
  },
  {
    description: 'an exact text, without any matcher',
    content: caseEvent('CASE.CREATED', { case: { templateId: 'my-template' } }),
    says: ['The event is the sample itself', 'detail.case.templateId: Expected', "'my-template'"],
  },
  {
    description: 'a least length of a text',
    content: itemEvent('RELATED_ITEM.CREATED', { relatedItemType: 'Comment', comment: { body: 'a long comment' } }),
    rules: { ...bothSpellings, '$.detail.relatedItem.comment.body': [{ match: 'regex', regex: '^[\\s\\S]{8,}$' }] },
    states: [{ name: content, params: { type: 'Comment' } }],
    says: [
      'All that differs from the sample (1)',
      'detail.relatedItem.comment.body',
      'a comment body has 1 to 15,000 characters',
    ],
  },
  {
    description: 'a greatest length of a text',
    content: itemEvent('RELATED_ITEM.CREATED', { relatedItemType: 'Comment', comment: { body: 'a comment' } }),
    rules: { ...bothSpellings, '$.detail.relatedItem.comment.body': [{ match: 'regex', regex: '^[\\s\\S]{0,3000}$' }] },
    states: [{ name: content, params: { type: 'Comment' } }],
    says: ['(3,001 characters)', 'a comment body has 1 to 15,000 characters'],
  },
  {
    description: 'a least number of elements',
    content: caseEvent('CASE.UPDATED', { changedFieldIds: ['status', 'title', 'summary'] }),
    rules: { ...byType, '$.detail.changedFieldIds': [{ match: 'type', min: 3 }] },
    says: ['detail.changedFieldIds: Expected', 'changedFieldIds lists the ids of the fields that changed'],
  },
  {
    description: 'a user always',
    content: caseEvent('CASE.UPDATED', { performedBy: { user: { userArn: 'arn' } } }),
    rules: byType,
    says: [
      'detail.performedBy.user: {"userArn":',
      '→ absent',
      'performedBy.user is optional, and absent where no Connect user made the change (an API call by a role, an automation) (inferred)',
      'the provider state "a user made the change"',
    ],
  },
  {
    description: 'one kind of user',
    content: caseEvent('CASE.UPDATED', { performedBy: { user: { userArn: 'arn' } } }),
    rules: byType,
    states: [{ name: user }],
    says: ['customEntity', 'performedBy.user is either userArn or customEntity', '{"kind":"userArn"}'],
  },
  {
    description: 'content always',
    content: itemEvent('RELATED_ITEM.CREATED', { relatedItemType: 'Comment', comment: { body: 'b' } }),
    rules: bothSpellings,
    says: [
      'detail.relatedItem.comment is expected, but missing',
      "a related item's content appears only when the event configuration says includeContent (modelled)",
      '"the content of the related item is included" {"type":"Comment"}',
    ],
  },
  {
    description: 'a member of the content that may be missing',
    content: itemEvent('RELATED_ITEM.CREATED', { relatedItemType: 'Contact', contact: { channel: 'CHAT' } }),
    rules: bothSpellings,
    states: [{ name: content, params: { type: 'Contact' } }],
    says: ['detail.relatedItem.contact.channel: "VOICE" → absent', '"path":"relatedItem.contact.channel"'],
  },
  {
    description: 'three fraction digits, by a pattern',
    content: caseEvent('CASE.UPDATED', { approximateChangeTime: '2022-03-16T23:16:57.893Z' }),
    rules: {
      ...byType,
      '$.detail.approximateChangeTime': [
        { match: 'regex', regex: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' },
      ],
    },
    says: ['"2022-03-16T23:16:57.893Z" → "2022-03-16T23:16:57Z"', 'how many fraction digits'],
  },
  {
    description: 'three fraction digits, by a format',
    content: caseEvent('CASE.CREATED', { case: { createdDateTime: '2022-03-16T23:16:57.893Z' } }),
    rules: {
      ...byType,
      '$.detail.case.createdDateTime': [{ match: 'timestamp', timestamp: "yyyy-MM-dd'T'HH:mm:ss.SSSX" }],
    },
    says: ['→ "2022-03-16T23:16:57Z"', 'how many fraction digits'],
  },
  {
    description: 'the value member of a User field',
    content: caseEvent('CASE.UPDATED', { case: { fields: { [approver.id]: { value: { userArnValue: 'arn' } } } } }),
    rules: byType,
    states: [approvedBy({})],
    says: ['stringValue', 'open: "which member carries the value of a User field?" "stringValue"'],
  },
  {
    description: 'a map of custom item fields',
    content: itemEvent('RELATED_ITEM.CREATED', {
      relatedItemType: 'Custom',
      custom: { fields: { [feedback.id]: { value: { stringValue: 'x' } } } },
    }),
    rules: bothSpellings,
    states: [{ name: content, params: { type: 'Custom' } }],
    says: ['The event is the sample itself', 'detail.relatedItem.custom.fields: Type mismatch'],
  },
  {
    description: 'the detail-type of 2022',
    content: caseEvent('CASE.UPDATED', {}, { source: 'aws.cases', 'detail-type': 'Amazon Connect Cases Event' }),
    says: [
      'The event is the sample itself',
      'in 2022 the events page wrote the detail-type "Amazon Connect Cases Event", and showed no performedBy (documented)',
    ],
  },
  {
    description: 'the case fields of a deleted case without a state',
    content: caseEvent('CASE.DELETED', { case: { fields: {} } }),
    rules: byType,
    says: ['detail.case.fields', '→ absent', '"at least one case field has a value"'],
  },
  {
    description: 'a part that no event has',
    content: caseEvent('CASE.CREATED', { case: { priority: 1 } }),
    rules: byType,
    says: [
      'detail.case.priority is expected, but missing',
      'a case has caseId, templateId and createdDateTime',
      'Leave it out of the body',
    ],
  },
];

/** Each expects a member that one reading does not promise: the consumer has to know the answer. */
const doubtful: readonly Row[] = [
  {
    description: 'changedFieldIds of a created case',
    content: caseEvent('CASE.CREATED', { changedFieldIds: ['status'] }),
    rules: { ...byType, '$.detail.changedFieldIds': [{ match: 'type', min: 1 }] },
    says: ['do CASE.CREATED and CASE.DELETED carry changedFieldIds?', 'a public consumer guards against its absence'],
  },
  {
    description: 'the template of a deleted case',
    content: caseEvent('CASE.DELETED', { case: { templateId: 't' } }),
    rules: byType,
    says: ['what does CASE.DELETED carry of the case?', '"caseId only"'],
  },
  {
    description: 'who made the change',
    content: caseEvent('CASE.UPDATED', { performedBy: { iamPrincipalArn: 'arn' } }),
    rules: byType,
    says: ['is performedBy always there?', 'the events page of 2022 did not show it'],
  },
  {
    description: 'a list of custom item fields, since Pact cannot say "a list or a map"',
    content: itemEvent('RELATED_ITEM.CREATED', { relatedItemType: 'Custom', custom: { fields: [] } }),
    rules: { ...bothSpellings, '$.detail.relatedItem.custom.fields': [{ match: 'type', min: 0 }] },
    states: [{ name: content, params: { type: 'Custom' } }],
    says: ['are the fields of a Custom related item a list or a map?'],
  },
];

/** Each says by its state that it is about events with that member only, so another reading causes no warning. */
const pinned: readonly Demanded[] = [
  {
    description: 'the case fields of a deleted case that has some',
    content: caseEvent('CASE.DELETED', { case: { fields: {} } }),
    rules: byType,
    states: [{ name: anyField }],
  },
  {
    description: 'the user of a change that a user made',
    content: caseEvent('CASE.UPDATED', { performedBy: { user: {} } }),
    rules: byType,
    states: [{ name: user }],
  },
];

/** Each cannot be verified with any event. */
const refused: readonly Row[] = [
  {
    description: 'an unknown event type',
    content: caseEvent('CASE.CLOSED', {}),
    says: [
      'its detail.eventType is "CASE.CLOSED", and neither its description nor its metadata names one; known are CASE.CREATED, CASE.UPDATED, CASE.DELETED, RELATED_ITEM.CREATED, RELATED_ITEM.UPDATED, RELATED_ITEM.DELETED',
    ],
  },
  { description: 'something', content: { anything: 1 }, says: ['it has no detail.eventType, and neither'] },
  {
    description: 'a system field in a member that it never has',
    content: caseEvent('CASE.UPDATED', {}),
    states: [{ name: field, params: { fieldId: 'status', member: 'doubleValue' } }],
    says: [
      'no CASE.UPDATED event satisfies its state "a case field has a value" {"fieldId":"status","member":"doubleValue"}',
    ],
  },
];

const elsewhere: Demanded = {
  description: 'a pending demand',
  content: caseEvent('CASE.UPDATED', { nothing: 1 }),
  rules: byType,
  states: [{ name: 'a state of another team', params: { id: 7 } }],
  pending: true,
};

let verdicts: readonly Verdict[] = [];
let result: ProviderResult | undefined;

beforeAll(async () => {
  const all = [...overDemanding, ...doubtful, ...pinned, ...refused, elsewhere];
  const pacts = [written('demanding', all)];
  result = await verifyProvider({ pacts, domain: undefined, runs: 10, seed: 1, recorded: [] });
  verdicts = result.pacts[0]?.verdicts ?? [];
});

function verdictOf({ description }: Demanded): Verdict {
  return verdicts.find(({ interaction }) => interaction.description === description) as Verdict;
}

test.each(overDemanding.map((row) => [row.description, row] as const))(
  '%s expects more than AWS promises',
  (_, row) => {
    const verdict = verdictOf(row);
    expect(verdict.failures).toHaveLength(1);
    const [{ text }] = verdict.failures as unknown as [Failure];
    expect(text).toContain(`demanding: "${row.description}": it expects what AWS does not promise`);
    for (const words of row.says) expect(text).toContain(words);
    expect(text.split('\n').length).toBeLessThanOrEqual(25);
  },
);

test.each(doubtful.map((row) => [row.description, row] as const))('%s causes a warning, and holds', (_, row) => {
  const verdict = verdictOf(row);
  expect([fails(verdict), verdict.failures]).toEqual([false, []]);
  const lines = verdict.warnings.join('\n');
  for (const words of row.says) expect(lines).toContain(words);
});

test.each(refused.map((row) => [row.description, row] as const))('%s is refused', (_, row) => {
  const verdict = verdictOf(row);
  expect([fails(verdict), verdict.events]).toEqual([true, 0]);
  for (const words of row.says) expect(verdict.refused).toContain(words);
});

test('a pending interaction causes no failure, but is reported', () => {
  const verdict = verdictOf(elsewhere);
  expect([fails(verdict), verdict.failures.length]).toEqual([false, 1]);
});

test("unknown states are listed once, and Pact's verifier agrees with the result", () => {
  expect(result).toMatchObject({
    unknownStates: ['"a state of another team" {"id":7}'],
    pacts: [{ holds: false, published: false }],
  });
});

describe('a pact of an unusual kind', () => {
  async function outcomeOf(...interactions: Demanded[]): Promise<ProviderResult> {
    const pacts = [written('odd', interactions)];
    return verifyProvider({ pacts, domain: undefined, runs: 0, seed: 1, recorded: [] });
  }

  const update = caseEvent('CASE.UPDATED', { case: { caseId: 'c' } });

  test('without an expected body holds, with a warning that no event was tried', async () => {
    const warning =
      "it has no content, so no event was compared with it. Check whether the consumer's test writes what it reads.";
    expect(await outcomeOf({ description: 'a case was updated' })).toMatchObject({
      pacts: [{ holds: true, verdicts: [{ events: 0, warnings: [warning] }] }],
    });
  });

  test('with the same description in two states is distinguished by its states', async () => {
    const rules = { ...byType, '$.detail.case.caseId': [{ match: 'equality' }] };
    const { pacts } = await outcomeOf(
      { description: 'd', content: update, rules: byType, states: [{ name: 'a' }] },
      { description: 'd', content: update, rules, states: [{ name: 'b' }] },
    );
    expect(pacts[0]?.verdicts.map(fails)).toEqual([false, true]);
  });

  test('with an unknown matcher is refused for that interaction only', async () => {
    const rules = { '$.detail.case.caseId': [{ match: 'fits' }] };
    const right = { description: 'a right one', content: update, rules: byType };
    const { pacts } = await verifyProvider({
      pacts: [
        written('odd', [right, { description: 'a wrong one', content: update, rules }]),
        written('good', [right]),
      ],
      domain: undefined,
      runs: 0,
      seed: 1,
      recorded: [],
    });
    expect(pacts.map(({ holds, published }) => [holds, published])).toEqual([
      [false, false],
      [true, false],
    ]);
    expect(pacts[0]?.verdicts.map(fails)).toEqual([false, true]);
    expect(pacts[0]?.verdicts[1]?.refused).toMatch(
      /^Pact's verifier cannot read what it expects: Could not parse matcher.*\. Write the pact again with a library that follows the specification$/,
    );
  });

  const titled = caseEvent('CASE.UPDATED', { case: { fields: { title: { value: { stringValue: 'Lost' } } } } });
  const titlePath = '$.detail.case.fields.title.value.stringValue';
  const titleState = { name: field, params: { fieldId: 'title', member: 'stringValue' } };
  const pattern = (regex: string) => ({ match: 'regex', regex });

  test.each([
    ['at a place', { [titlePath]: [pattern('^(\\w+\\s?)*$')] }, titlePath],
    [
      'for every value',
      { '$.detail.case.fields.*.value': [{ match: 'eachValue', rules: [pattern('^(\\w+\\s?)*$')] }] },
      '$.detail.case.fields.*.value',
    ],
  ])(
    'with a regular expression %s that backtracks is refused for that interaction, and the others get verdicts',
    async (_, rules, at) => {
      const also = { '$.id': [pattern('^.+$')], '$.time': [pattern('^.+Z$')] };
      const content = { ...(titled as object), id: 'i', time: '2026-01-01T00:00:00Z' };
      const { pacts } = await verifyProvider({
        pacts: [
          written('slow', [
            { description: 'a right one', content: update, rules: byType },
            { description: 'a slow one', content, rules: { ...byType, ...also, ...rules }, states: [titleState] },
          ]),
          written('good', [{ description: 'a right one', content: update, rules: byType }]),
        ],
        domain: undefined,
        runs: 0,
        seed: 1,
        recorded: [],
      });
      expect(pacts.map(({ holds, problem }) => [holds, problem])).toEqual([
        [false, undefined],
        [true, undefined],
      ]);
      expect(pacts[0]?.verdicts.map(({ refused, failures }) => [refused, failures])).toEqual([
        [undefined, []],
        [
          `its regular expression "^(\\\\w+\\\\s?)*$" at ${at} takes too long: on a text that AWS may send, Pact's verifier gives up after 10,000,000 backtracking steps, the limit of its regular-expression library (Oniguruma). Write it without nested repetitions such as (a+)+, or match this place by type`,
          [],
        ],
      ]);
    },
  );

  test.each([
    ['[', 'premature end of char-class'],
    ["it's (", 'end pattern with unmatched parenthesis'],
    ['\\p{Foo}', 'invalid character property name {Foo}'],
  ])('with the invalid regular expression %j is refused for that interaction', async (regex, why) => {
    const rules = { ...byType, [titlePath]: [pattern(regex)] };
    const { pacts } = await outcomeOf(
      { description: 'a wrong one', content: titled, rules, states: [titleState] },
      { description: 'a right one', content: update, rules: byType },
    );
    expect([pacts[0]?.holds, pacts[0]?.problem]).toEqual([false, undefined]);
    expect(pacts[0]?.verdicts.map(({ refused, failures }) => [refused, failures])).toEqual([
      [
        `Pact's verifier cannot read its regular expression ${JSON.stringify(regex)} at ${titlePath} (${why}). Correct it in the consumer's test: Pact's verifier takes the syntax of Oniguruma, as Ruby does`,
        [],
      ],
      [undefined, []],
    ]);
  });

  test('with interactions that the verifier cannot distinguish has a verdict for each', async () => {
    const exact = { ...byType, '$.detail.case.caseId': [{ match: 'equality' }] };
    const states = [{ name: 'a' }];
    for (const interactions of [
      [
        { description: 'd', content: update, rules: byType, states },
        { description: 'd', content: update, rules: exact, states },
      ],
      [
        { description: 'd', content: update, rules: byType },
        { description: 'd', content: update, rules: exact, states },
      ],
      [
        { description: 'created', content: update, rules: byType },
        { description: 'case - created', content: update, rules: exact },
      ],
    ]) {
      const { pacts } = await outcomeOf(...interactions);
      expect([pacts[0]?.problem, pacts[0]?.verdicts.map(fails)]).toEqual([undefined, [false, true]]);
    }
  });

  test('with states named like the properties of every object is verified as usual', async () => {
    const states = ['constructor', 'toString', '__proto__'].map((name) => ({ name }));
    const { pacts, unknownStates } = await outcomeOf({ description: 'd', content: update, rules: byType, states });
    expect([pacts[0]?.holds, unknownStates]).toEqual([true, ['"constructor"', '"toString"', '"__proto__"']]);
  });

  test("with the model's own account and Region fails, because other domains have others", async () => {
    const own = { account: exampleDomain.accountId, region: exampleDomain.region };
    const demanded = { description: 'd', content: { ...(update as object), ...own } };
    const { pacts } = await outcomeOf({ ...demanded, rules: { '$.detail': [{ match: 'type' }] } });
    const texts = (pacts[0]?.verdicts[0]?.failures.map(({ text }) => text) ?? []).sort();
    expect(texts[1]).toContain("region: Expected 'eu-central-1' (String) to be equal to 'us-east-1' (String)");
    expect(texts[0]).toContain("account: Expected '444455556666' (String) to be equal to '111122223333' (String)");
    expect(texts[0]).toContain('a case event is published in the account and Region of its Cases domain');
  });

  test('that is pending reaches the verifier with an event that holds, if there is one', async () => {
    const rules = { ...byType, '$.detail.case.caseId': [{ match: 'regex', regex: '^.{36}$' }] };
    const { pacts } = await outcomeOf(
      { description: 'mostly', content: update, rules, pending: true },
      { description: 'never', content: caseEvent('CASE.UPDATED', { nothing: 1 }), rules: byType, pending: true },
    );
    const verdicts = pacts[0]?.verdicts ?? [];
    expect([pacts[0]?.holds, pacts[0]?.problem]).toEqual([true, undefined]);
    expect(verdicts.map(({ failures, answerFails }) => [failures.length, answerFails])).toEqual([
      [1, false],
      [1, true],
    ]);
  });

  test('with every value exact reports five unmet expectations, and the places of the others', async () => {
    const detail = {
      version: '9',
      approximateChangeTime: 'x',
      case: { caseId: 'x', templateId: 'y', createdDateTime: 'z' },
    };
    const content = { ...caseEvent('CASE.UPDATED', detail), id: 'i', account: 'a', region: 'r' };
    const [verdict] = (await outcomeOf({ description: 'd', content })).pacts[0]?.verdicts ?? [];
    expect(verdict?.failures.map((failure) => failure.class)).toEqual(Array(5).fill('sample'));
    expect(verdict?.more).toHaveLength(3);
  });
});
