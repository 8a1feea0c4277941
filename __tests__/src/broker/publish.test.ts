import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import type { Table } from '../../../contracts/table.ts';
import { resolveBrokerAccess } from '../../../src/broker/client/brokerAccess.ts';
import { type Publication, publish } from '../../../src/broker/publish.ts';
import { writePart } from '../../../src/pact/part.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { temporaryDirectory } from '../../helpers/temporaryDirectory.ts';
import { endFakeBrokers, type FakeBroker, fakeBroker } from './fakeBroker.ts';

// The client is the real one.
const root = temporaryDirectory();
afterEach(endFakeBrokers);

const table: Table = { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] };

function taking(link: (own: string) => string, answer: object): Promise<FakeBroker> {
  return fakeBroker(({ method }, response, own) => {
    response.setHeader('content-type', 'application/hal+json');
    const index = { _links: { self: { href: own }, 'pb:publish-contracts': { href: link(own) } } };
    response.end(JSON.stringify(method === 'GET' ? index : answer));
  });
}

const link = { title: 'a title', name: 'a name', href: 'http://broker/page' };
const taken = {
  logs: [{ level: 'info', message: 'Pact successfully published', deprecationWarning: 'none' }],
  notices: [{ type: 'success', text: 'Pact successfully published' }],
  _embedded: {
    pacticipant: { name: 'refunds', _links: { self: link } },
    version: { number: '1', buildUrl: null, _links: { self: link } },
  },
  _links: {
    'pb:pacticipant': link,
    'pb:pacticipant-version': link,
    'pb:pacticipant-version-tags': [],
    'pb:contracts': [link],
  },
};
const own = (url: string): string => `${url}/contracts/publish`;

async function published(consumer: string, directory: string, { url }: FakeBroker): Promise<Publication> {
  const dir = path.join(root, directory, 'pacts');
  mkdirSync(dir, { recursive: true });
  for (const contract of contractsFor(consumer, table)) await writePart(dir, contract);
  const access = resolveBrokerAccess({ PACT_BROKER_BASE_URL: url, PACT_BROKER_TOKEN: 'a-token' });
  return publish({ dir, details: { version: '1', uncommitted: [] }, tags: [], access });
}

const directories = ['plain', 'a[b]c', 'a*b', 'what?', '-h', '{a,b} c'];

test.each([
  ...directories.map((directory) => ['refunds', directory]),
  ...['a[b]c', 'all -h'].map((consumer) => [consumer, `of ${consumer}`]),
] as [string, string][])('the pact of %p is published from the directory %p', async (consumer, directory) => {
  const broker = await taking(own, taken);
  const { published: pacts } = await published(consumer, directory, broker);
  expect(pacts.map((pact) => pact.consumer)).toEqual([consumer]);
  const sent = broker.requests.find(({ line }) => line === 'POST /contracts/publish');
  const { pacticipantName, contracts } = JSON.parse(sent?.body ?? '{}');
  expect([pacticipantName, contracts.length]).toEqual([consumer, 1]);
});

test('a broker whose link leads to another origin gets no pact, and that origin no credentials', async () => {
  const other = await taking(own, taken);
  const broker = await taking(() => own(other.url), taken);
  await expect(published('refunds', 'elsewhere', broker)).rejects.toThrow(
    `The broker at ${broker.url} links to ${other.url}, which asks for credentials`,
  );
  expect(other.requests).toEqual([]);
  expect(broker.requests.map(({ line }) => line)).toEqual(['GET /']);
});

test.each([[{}], [[]], [{ notices: [] }]])(
  'an answer %j to the pact is a failure, whatever the client says',
  async (answer) => {
    const broker = await taking(own, answer);
    await expect(published('refunds', 'answered', broker)).rejects.toThrow(
      'refunds: the broker did not accept the pact of version 1. It said:',
    );
  },
);
