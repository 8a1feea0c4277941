import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Pact, parsePact } from '../../../../src/provider/interaction/pact.ts';

const good = path.resolve(__dirname, '../../../good/otherLanguages');

function read(name: string): ReturnType<typeof parsePact> {
  return parsePact(name, readFileSync(path.join(good, name), 'utf8'));
}

function only(interaction: object, kind: 'interactions' | 'messages' = 'interactions') {
  const metadata = { pactSpecification: { version: kind === 'messages' ? '3.0.0' : '4.0' } };
  const names = { consumer: { name: 'c' }, provider: { name: 'p' }, metadata };
  return parsePact('it', withNested(JSON.stringify({ ...names, [kind]: [interaction] }))).interactions[0];
}

test.each([
  ['pact-jvm-v3.json', 'billing-jvm', '3.0', 'a case was created'],
  ['pact-python-v3.json', 'reports-python', '3.0', 'a case update'],
  ['pact-go-v4.json', 'search-go', '4.0', 'a comment is added'],
  ['pact-net-v4.json', 'Crm.Net', '4.0', 'RelatedItemDeleted by a user'],
])('%s is read', (name, consumer, specification, description) => {
  const pact = read(name);
  expect(pact).toMatchObject({ consumer, provider: 'aws.cases', specification, interactions: [{ description }] });
  expect(pact.interactions[0]?.body).toMatchObject({ detail: expect.anything() });
  expect(Object.keys(pact.interactions[0]?.rules ?? {}).length).toBeGreaterThan(2);
});

test('metadata is read under either name, and states with their parameters', () => {
  expect(read('pact-jvm-v3.json').interactions[0]).toMatchObject({
    metadata: { contentType: 'application/json' },
    states: [{ name: 'a case with the id c-1', params: { id: 'c-1' } }],
  });
  expect(read('pact-python-v3.json').interactions[0]?.metadata).toMatchObject({ queue: 'case-updates' });
});

test('a single state of an old writer is read as a state', () => {
  expect(only({ description: 'd', contents: {}, providerState: 'as ever' }, 'messages')?.states).toEqual([
    { name: 'as ever', params: {} },
  ]);
});

test('a body in base64, or JSON in a text, is read as JSON', () => {
  const content = Buffer.from('{"detail":{"eventType":"CASE.CREATED"}}').toString('base64');
  const contents = { content, contentType: 'application/json', encoded: 'base64' };
  const body = { detail: { eventType: 'CASE.CREATED' } };
  expect(only({ type: 'Asynchronous/Messages', description: 'd', contents })?.body).toEqual(body);
  expect(only({ description: 'd', contents: JSON.stringify(body) }, 'messages')?.body).toEqual(body);
});

test.each([
  ['V4', { type: 'Synchronous/HTTP', description: 'd' }],
  ['V3', { description: 'd', request: {}, response: {} }],
])('an HTTP interaction of %s is not a message', (_, interaction) => {
  expect(only(interaction)?.unverifiable).toBe(
    'it is of type "Synchronous/HTTP"; events are "Asynchronous/Messages" (specification V4), or messages (V3)',
  );
});

test('a V4 message is refused in a pact of another version, because Pact would misread it', () => {
  const interactions = [{ type: 'Asynchronous/Messages', description: 'd' }];
  const pact = parsePact('it', JSON.stringify({ consumer: { name: 'c' }, provider: { name: 'p' }, interactions }));
  expect(pact.interactions[0]?.unverifiable).toBe(
    'it is written in specification V4, and the pact\'s metadata names "none" as its specification; allowed: "4.0"',
  );
});

test('the error for a message outside JSON names its content type', () => {
  const contents = { content: 'AAEC', contentType: 'application/protobuf', encoded: 'base64' };
  expect(only({ type: 'Asynchronous/Messages', description: 'd', contents })?.unverifiable).toBe(
    'its content is application/protobuf, and events are JSON',
  );
});

test.each([
  ['<html>', 'it begins like HTML or XML. Allowed: the JSON of a Pact, specification V3 or V4.'],
  ['{"a":', 'Unexpected end of JSON input. Allowed: the JSON of a Pact'],
  ['{"name":"package"}', 'it names no consumer and provider. Name the files that the consumers'],
  ['null', 'it names no consumer and provider'],
  [
    '{"consumer":{"name":"c"},"provider":{"name":"p"},"interactions":{"a":1}}',
    'its interactions are { a: 1 }; allowed: a list.',
  ],
])('%s is not a pact', (text, message) => {
  expect(() => parsePact('some.json', text)).toThrow(`some.json is not a pact: ${message}`);
});

/** JSON outside the reach of JSON.stringify: `NESTED 5000` is a list nested 5,000 times. */
function withNested(json: string): string {
  return json.replace(/"NESTED (\d+)"/g, (_, levels) => '['.repeat(Number(levels)) + ']'.repeat(Number(levels)));
}

function whole(change: object): Pact {
  const interactions = [{ type: 'Asynchronous/Messages', description: 'd', contents: { content: {} } }];
  const metadata = { pactSpecification: { version: '4.0' } };
  const pact = { consumer: { name: 'c' }, provider: { name: 'p' }, interactions, metadata, ...change };
  return parsePact('odd.json', withNested(JSON.stringify(pact)));
}

test('a pact that needs plugins is refused with their names', () => {
  const plugins = [{ name: 'protobuf', version: '0.3.15' }, { name: 'csv' }];
  expect(whole({ metadata: { plugins } }).unverifiable).toBe(
    'odd.json needs the Pact plugins "protobuf", "csv", and this command loads none. Events are JSON: write the pact without plugins.',
  );
  expect(whole({ metadata: { plugins: [] } }).unverifiable).toBeUndefined();
});

test.each([
  [{ consumer: { name: 'c\ud800' } }, 'a text holds half of a surrogate pair, which is not a character'],
  [{ metadata: { 'a\udc00': 1 } }, 'a text holds half of a surrogate pair, which is not a character'],
  [{ metadata: 'NESTED 5000' }, 'more than 126 objects and lists are nested in each other'],
])("an error about the pact names what Pact's verifier cannot read around the interactions: %#", (change, why) => {
  expect(whole(change).unverifiable).toBe(`Pact's verifier cannot read odd.json: outside its interactions, ${why}.`);
});

test.each([
  [
    'in a text',
    { contents: { content: { a: 'b\ud800' } } },
    "Pact's verifier cannot read it: a text holds half of a surrogate pair",
  ],
  [
    'in a rule',
    { matchingRules: { body: { '$.\udfff': {} } } },
    "Pact's verifier cannot read it: a text holds half of a surrogate pair",
  ],
  [
    'too deep',
    { contents: { content: 'NESTED 123' } },
    "Pact's verifier cannot read it: more than 126 objects and lists are nested in each other",
  ],
  [
    'far too deep',
    { contents: { content: 'NESTED 5000' } },
    "Pact's verifier cannot read it: more than 126 objects and lists are nested in each other",
  ],
  [
    'too deep in base64',
    { contents: { content: btoa(withNested('"NESTED 5000"')), contentType: 'application/json', encoded: 'base64' } },
    'in its content, more than 126 objects and lists are nested in each other',
  ],
])('only the name is read of an interaction that is unreadable %s', (_, change, why) => {
  const interaction = only({ type: 'Asynchronous/Messages', description: 'd', pending: true, ...change });
  expect(interaction).toMatchObject({ description: 'd', pending: true, unverifiable: expect.stringContaining(why) });
  expect(interaction).toMatchObject({ body: undefined, states: [] });
});

test('an interaction nested as deeply as Pact allows is read', () => {
  expect(only({ type: 'Asynchronous/Messages', contents: { content: 'NESTED 122' } })?.unverifiable).toBeUndefined();
});
