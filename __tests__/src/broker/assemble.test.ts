import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pact } from '@pact-foundation/pact';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { buildInteractions } from '../../../contracts/interaction.ts';
import type { Table } from '../../../contracts/table.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { type Assembled, assemble } from '../../../src/broker/assemble.ts';
import { Attempt } from '../../../src/pact/attempt.ts';
import { writeClaim } from '../../../src/pact/claim.ts';
import { deletePart, getPartPath, writePart } from '../../../src/pact/part.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'assemble-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const table: Table = {
  ...ignoringAll,
  'CASE.CREATED': ['case.caseId', 'case.fields.status'],
  'CASE.UPDATED': ['case.fields', 'changedFieldIds', 'performedBy.user.userArn', 'performedBy.user.customEntity'],
  'RELATED_ITEM.CREATED': {
    Comment: ['relatedItem.comment.body'],
    Custom: ['relatedItem.custom.fields'],
    otherwise: ['relatedItem.caseId'],
  },
};
const contracts = contractsFor('refunds', table as never, { domain: exampleDomain });
const otherTable = contractsFor('refunds', { ...ignoringAll, 'CASE.DELETED': ['case.caseId'] });
const file = (): string => path.join(dir, 'refunds-aws.cases.json');

async function writeAll(list: readonly Contract[], into: string = dir): Promise<void> {
  for (const contract of list) await writePart(into, contract);
}

describe('assemble', () => {
  test('makes one V4 pact of all parts of a table, for the provider aws.cases', async () => {
    await writeAll(contracts);
    expect(assemble({ dir })).toEqual<Assembled[]>([
      { consumer: 'refunds', file: file(), interactions: 6, contracts: 8 },
    ]);
    const pact = JSON.parse(readFileSync(file(), 'utf8'));
    expect([pact.consumer.name, pact.provider.name, pact.metadata.pactSpecification.version]).toEqual([
      'refunds',
      'aws.cases',
      '4.0',
    ]);
    expect(pact.interactions.map(({ description }: { description: string }) => description)).toEqual([
      'refunds handles CASE.CREATED',
      'refunds handles CASE.UPDATED',
      'refunds handles CASE.UPDATED by a custom entity',
      'refunds handles RELATED_ITEM.CREATED Comment',
      'refunds handles RELATED_ITEM.CREATED Custom',
      'refunds handles RELATED_ITEM.CREATED otherwise',
    ]);
  });

  test('makes the same pact whichever rule stands before the handler', async () => {
    const urgent = { fields: { [exampleDomain.fields.priority.id]: { value: { stringValue: ['urgent'] } } } };
    const source = ['aws.cases'];
    const rules = [undefined, { source }, [{ source, detail: { case: urgent } }, { detail: { case: urgent } }]];
    const pacts: string[] = [];
    for (const rule of rules) {
      await writeAll(contractsFor('refunds', table as never, { domain: exampleDomain, ...(rule && { rule }) }));
      assemble({ dir });
      pacts.push(readFileSync(file(), 'utf8'));
      rmSync(path.join(dir, 'parts'), { recursive: true });
    }
    expect(pacts[0]).toContain('refunds handles CASE.UPDATED by a custom entity');
    expect(new Set(pacts).size).toBe(1);
  });

  test("writes the same bytes as Pact's own library does into one file", async () => {
    await writeAll(contracts);
    assemble({ dir });
    const own = path.join(dir, 'own');
    const pact = new Pact({ consumer: 'refunds', provider: 'aws.cases', dir: own, logLevel: 'error' });
    for (const interaction of contracts.flatMap(buildInteractions).reverse()) {
      const message = pact.addAsynchronousInteraction();
      for (const { name, params } of interaction.providerStates) {
        if (Object.keys(params).length > 0) message.given(name, { ...params });
        else message.given(name);
      }
      await message
        .expectsToReceive(interaction.description, (builder) => {
          builder.withJSONContent(interaction.contents);
        })
        .executeTest(async () => {});
    }
    expect(readFileSync(file(), 'utf8')).toBe(readFileSync(path.join(own, 'refunds-aws.cases.json'), 'utf8'));
  });

  test('gives the same bytes for any order of the parts', async () => {
    const [one, two] = [path.join(dir, 'one'), path.join(dir, 'two')];
    await writeAll(contracts);
    assemble({ dir });
    await writeAll([...contracts].reverse().slice(0, 4), one);
    await writeAll([...contracts].reverse().slice(4), two);
    cpSync(path.join(two, 'parts'), path.join(one, 'parts'), { recursive: true });
    assemble({ dir: one });
    expect(readFileSync(path.join(one, 'refunds-aws.cases.json'))).toEqual(readFileSync(file()));
  });

  test('makes no pact of a table that ignores everything, and removes the earlier one', async () => {
    await writeAll(contracts);
    assemble({ dir });
    const empty = contractsFor('refunds', ignoringAll);
    rmSync(path.join(dir, 'parts'), { recursive: true });
    await writeAll(empty);
    expect(assemble({ dir })).toMatchObject([
      { consumer: 'refunds', interactions: 0, contracts: 6, removedPact: file() },
    ]);
    expect(existsSync(file())).toBe(false);
    expect(assemble({ dir })).toEqual([{ consumer: 'refunds', interactions: 0, contracts: 6 }]);
  });

  (process.platform === 'win32' ? test.skip : test)('follows a link to parts elsewhere', async () => {
    await writeAll(contracts);
    const [own, elsewhere] = [path.join(dir, 'parts', 'refunds'), path.join(dir, 'elsewhere')];
    renameSync(own, elsewhere);
    symlinkSync(elsewhere, own);
    expect(assemble({ dir })).toMatchObject([{ consumer: 'refunds', contracts: 8 }]);
  });

  (process.platform === 'win32' ? test.skip : test).each([
    ['nothing', 'nowhere', 'It is a broken link'],
    ['itself', 'broken', 'Its links form a loop'],
  ])('a link to %s among the parts is refused: a consumer would be missing', async (_, target, why) => {
    await writeAll(contracts);
    const broken = path.join(dir, 'parts', 'broken');
    symlinkSync(target, broken);
    expect(() => assemble({ dir })).toThrow(
      `${broken} is not a folder; allowed: a folder of parts, or a link to one. ${why}. Fix it, or delete it.`,
    );
  });

  (process.platform === 'win32' ? test.skip : test)('ignores a pipe with the name of a claim', async () => {
    await writeAll(contracts);
    const directory = path.dirname(getPartPath(dir, contracts[0] as Contract));
    execFileSync('mkfifo', [path.join(directory, 'odd.claim')]);
    expect(assemble({ dir })).toMatchObject([{ consumer: 'refunds' }]);
    for (const part of readdirSync(directory).filter((name) => name.endsWith('.part')))
      rmSync(path.join(directory, part));
    // Claims are read if no part is left.
    expect(() => assemble({ dir })).toThrow('no contract of its table has passed');
  });

  test('assembles every consumer, or only the named one', async () => {
    await writeAll(contracts);
    await writeAll(contractsFor('search index', { ...ignoringAll, 'CASE.DELETED': ['case.caseId'] }));
    expect(assemble({ dir, consumer: 'search index' }).map(({ consumer }) => consumer)).toEqual(['search index']);
    expect(readdirSync(dir).sort()).toEqual(['parts', 'search index-aws.cases.json']);
    expect(assemble({ dir }).map(({ consumer }) => consumer)).toEqual(['refunds', 'search index']);
  });
});

describe('assemble leaves the earlier pact unchanged, and refuses', () => {
  let before = '';
  beforeEach(async () => {
    await writeAll(contracts);
    assemble({ dir });
    before = readFileSync(file(), 'utf8');
  });

  function refused(message: string | RegExp): void {
    expect(() => assemble({ dir })).toThrow(message);
    expect(readFileSync(file(), 'utf8')).toBe(before);
  }

  test('an incomplete set, with the missing titles', () => {
    rmSync(getPartPath(dir, contracts[0] as Contract));
    rmSync(getPartPath(dir, contracts[2] as Contract));
    refused(
      'refunds: the parts of "refunds handles CASE.CREATED", "refunds ignores CASE.DELETED" are missing (6 of 8 are there). Usually one of their tests failed, was not run, or does not return the promise of verify. A failing handler leaves no part, even if another handler of the same contract passes. Run the tests again; if they run in shards, copy the parts of all shards into one directory.',
    );
  });

  test('a part of one shard if its contract failed in another, once their directories are merged', () => {
    const [created] = contracts as unknown as [Contract];
    const claim = { runner: 'another machine', round: 1, files: {} };
    const attempt = new Attempt(dir, created, claim, { name: 'handler' });
    attempt.begin();
    refused('refunds: the parts of "refunds handles CASE.CREATED" are missing (7 of 8 are there).');
    attempt.notePassed();
    expect(assemble({ dir })).toMatchObject([{ contracts: 8 }]);
  });

  test('a table if none of its contracts passed, instead of keeping the earlier pact', () => {
    for (const contract of contracts) deletePart(dir, contract);
    const directory = path.join(dir, 'parts', 'refunds', (contracts[0] as Contract).table.digest);
    const says = (table: string) =>
      `refunds: no contract of its table has passed${table}: ${directory} holds no part. Fix the handler, and run these tests again. If it fails on purpose, give verify another dir; if the table is gone, delete that directory.`;
    refused(says(''));
    const testFile = path.resolve('test/contract.test.ts');
    writeClaim(directory, { testFile, runner: '1', round: 1, files: {} });
    refused(says(`, that of ${path.join('test', 'contract.test.ts')}`));
  });

  test('a part that exists twice', () => {
    const part = getPartPath(dir, contracts[0] as Contract);
    cpSync(part, part.replace('.part', ' (1).part'));
    refused(
      `CASE.CREATED (1).part and CASE.CREATED.part in ${path.dirname(part)} are both the part of "refunds handles CASE.CREATED". Delete the copy, or both and run the tests again.`,
    );
  });

  test('two tables, in any order and complete or not, with the files that declare them', async () => {
    await writeAll(otherTable);
    const both = [contracts, otherTable].map((list) => path.dirname(getPartPath(dir, list[0] as Contract)));
    const [one, two] = [...both].sort() as [string, string];
    const todo = `A consumer has one table, because its pact is made from it: put all rows into one, or give one of them another consumer name. If one of them is gone, run all tests again; if this error stays, delete its parts (${one} or ${two}).`;
    refused(`refunds has two tables: that of ${one} and that of ${two}. ${todo}`);
    rmSync(getPartPath(dir, otherTable[0] as Contract));
    refused(`refunds has two tables: that of ${one} and that of ${two}. ${todo}`);
    for (const directory of both)
      for (const name of directory === one ? ['a.test.ts'] : ['b.test.ts', 'c.test.ts'])
        writeClaim(directory, { testFile: path.resolve(name), runner: '1', round: 1, files: {} });
    refused('refunds has two tables: that of a.test.ts and that of b.test.ts, c.test.ts.');
  });

  test('a half-written part', () => {
    const part = getPartPath(dir, contracts[0] as Contract);
    writeFileSync(part, readFileSync(part, 'utf8').slice(0, 100));
    refused(`${part} cannot be read as a part: it is unreadable or half-written. Delete it and run the tests again.`);
  });

  test('a part of another table among the parts of this one', async () => {
    await writePart(dir, otherTable[0] as Contract);
    const stray = path.join(path.dirname(getPartPath(dir, contracts[0] as Contract)), 'stray.part');
    cpSync(getPartPath(dir, otherTable[0] as Contract), stray);
    refused(
      `${stray} is a part of refunds, table ${(otherTable[0] as Contract).table.digest}, and lies among those of refunds, table ${(contracts[0] as Contract).table.digest}.`,
    );
  });

  test('parts of different versions of Pact', () => {
    const part = getPartPath(dir, contracts[0] as Contract);
    writeFileSync(part, readFileSync(part, 'utf8').replace('"version": "16.4.0"', '"version": "17.1.4"'));
    refused(
      'refunds: its parts were written by different versions of Pact. Install the same versions on all machines (npm ci), and run the tests again.',
    );
  });

  test('an unknown consumer, with the closest name', () => {
    expect(() => assemble({ dir, consumer: 'refund' })).toThrow(
      '--consumer is "refund"; allowed: "refunds". Did you mean "refunds"?',
    );
  });
});

test('the error for a directory without parts says what to do', () => {
  expect(() => assemble({ dir })).toThrow(
    `There are no parts in ${path.join(dir, 'parts')}: run the tests that call verify first, or name their directory with --dir.`,
  );
});
