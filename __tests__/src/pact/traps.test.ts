import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import { buildInteractions, type Interaction } from '../../../contracts/interaction.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { resolveDialect } from '../../../model/event/dialect.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { realProcess } from '../../../model/platform/realProcess.ts';
import { copyPlainly } from '../../../model/values/copyPlainly.ts';
import { assemble } from '../../../src/broker/assemble.ts';
import { verify } from '../../../src/harness/verify.ts';
import { getPartPath, readPart, writePart } from '../../../src/pact/part.ts';
import { writeInteraction } from '../../../src/pact/writeInteraction.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

// Ways in which Pact loses contracts or accepts wrong ones, each found by running it.

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'traps-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const contracts = contractsFor(
  'refunds',
  {
    ...ignoringAll,
    'CASE.CREATED': ['case.caseId', 'case.fields.status', 'case.fields.refundAmount'],
    'CASE.UPDATED': ['changedFieldIds', 'case.fields', 'performedBy.user'],
    'RELATED_ITEM.CREATED': {
      Comment: ['relatedItem.comment.body'],
      Custom: ['relatedItem.custom.fields'],
      otherwise: ignored,
    },
    'RELATED_ITEM.DELETED': ['relatedItem.caseId'],
  },
  { domain: exampleDomain },
);
const created = contracts[0] as Contract;

describe('writing', () => {
  const interaction = buildInteractions(created)[0] as Interaction;

  test('a failing handler leaves no part behind, not even the earlier one', async () => {
    await writePart(dir, created);
    const broken = (): never => {
      throw new Error('no');
    };
    const startedIn = process.cwd();
    process.chdir(dir);
    try {
      await expect(verify(created, broken, { dir })).rejects.toThrow('the handler failed');
    } finally {
      process.chdir(startedIn);
    }
    // The name of the claim is a hash of the tests' location: it may come first.
    const kept = readdirSync(path.dirname(getPartPath(dir, created)));
    expect(kept.toSorted((one, other) => path.extname(one).localeCompare(path.extname(other)))).toEqual([
      expect.stringMatching(/^CASE\.CREATED\.part\.[0-9a-f]{16}\.attempt$/),
      expect.stringMatching(/^[0-9a-f]{16}\.claim$/),
    ]);
  });

  test('writing many parts at once loses nothing', async () => {
    await Promise.all(contracts.map((contract) => writePart(dir, contract)));
    const parts = contracts.map((contract) => readPart(getPartPath(dir, contract)));
    expect(parts.map(({ interactions }) => interactions.map(({ description }) => description))).toEqual(
      contracts.map((contract) => buildInteractions(contract).map(({ description }) => description)),
    );
  });

  test.each<[string, Interaction['example'], string]>([
    [
      'a lone surrogate, which turns the body into base64',
      { text: '\ud800' },
      '"refunds handles CASE.CREATED": Pact wrote another body, unlike its contract.',
    ],
    ['nesting too deep, which does the same', nested(200), 'Pact wrote another body'],
    ['a key with a meaning for Pact', { 'pact:x': 1, y: 2 }, 'Pact wrote another body'],
  ])('%s, causes an error, and nothing is written', async (_, example, message) => {
    await expect(writeInteraction('refunds', { ...interaction, contents: example, example })).rejects.toThrow(message);
  });

  test('a description that Pact cuts at a NUL causes an error', async () => {
    await expect(writeInteraction('refunds', { ...interaction, description: 'a\u0000b' })).rejects.toThrow(
      /^"a\0b": Pact named it "a", unlike its contract\. Nothing was written\./,
    );
  });

  test('states with the same name and different parameters are all kept', async () => {
    const { interactions } = await writeInteraction('refunds', interaction);
    expect(interactions[0]?.providerStates).toHaveLength(2);
  });

  test('no temporary directory is left behind', async () => {
    // Of this test only: other test files make and remove theirs meanwhile.
    const { TMPDIR } = realProcess.env;
    realProcess.env.TMPDIR = dir;
    try {
      expect(tmpdir()).toBe(dir);
      await writeInteraction('refunds', interaction);
      await expect(writeInteraction('refunds', { ...interaction, example: {} })).rejects.toThrow(
        'Pact wrote another body',
      );
      expect(readdirSync(dir)).toEqual([]);
    } finally {
      if (TMPDIR === undefined) delete realProcess.env.TMPDIR;
      else realProcess.env.TMPDIR = TMPDIR;
    }
  });

  test('a part is written under fake timers, too', async () => {
    jest.useFakeTimers();
    try {
      await writePart(dir, created);
    } finally {
      jest.useRealTimers();
    }
    expect(readPart(getPartPath(dir, created)).interactions).toHaveLength(1);
  });
});

function nested(depth: number): Interaction['example'] {
  return depth === 0 ? 1 : { deeper: nested(depth - 1) };
}

describe("Pact's own verifier", () => {
  type Any = ReturnType<typeof JSON.parse>;

  async function verified(change: (events: Record<string, Any>) => void = () => undefined): Promise<number> {
    for (const contract of contracts) await writePart(dir, contract);
    const [{ file }] = assemble({ dir }) as unknown as [{ file: string }];
    const events: Record<string, Any> = copyPlainly(samples());
    change(events);
    const script = path.join(__dirname, 'verifyPact.cjs');
    const { status, stdout } = spawnSync(process.execPath, [script], {
      input: JSON.stringify({ pact: file, messages: events }),
      encoding: 'utf8',
      env: { ...process.env, NODE_PATH: path.join(process.cwd(), 'node_modules') },
    });
    expect(stdout).toContain('refunds');
    return status ?? 1;
  }

  function samples(): Record<string, CasesEvent> {
    const all = contracts.flatMap((contract) => {
      const itemType = contract.itemType ?? 'Comment';
      return buildInteractions(contract).map(
        ({ description }) => [description, makeSample(contract.eventType, exampleDomain, { itemType })] as const,
      );
    });
    return Object.fromEntries(all);
  }

  test('accepts the samples', async () => {
    expect(await verified()).toBe(0);
  });

  test('accepts the other spellings that AWS leaves open, and any number of custom fields', async () => {
    const spelled = (events: Record<string, Any>): void => {
      const dialect = resolveDialect({ relatedItemType: 'comment', relatedItemEventType: 'CASE.RELATED_ITEM' });
      events['refunds handles RELATED_ITEM.CREATED Comment'] = makeSample('RELATED_ITEM.CREATED', exampleDomain, {
        dialect,
      });
      const updated = events['refunds handles CASE.UPDATED'];
      updated.detail.case.fields = {
        'another field': { value: { booleanValue: false } },
        status: { value: { stringValue: '' } },
      };
      updated.detail.changedFieldIds = ['another field'];
    };
    expect(await verified(spelled)).toBe(0);
  });

  test.each<[string, (events: Record<string, Any>) => void]>([
    [
      'another source',
      (events) => {
        events['refunds handles CASE.CREATED'].source = 'aws.connect';
      },
    ],
    [
      'another event type',
      (events) => {
        events['refunds handles CASE.CREATED'].detail.eventType = 'CASE.CLOSED';
      },
    ],
    [
      'a missing member that is read',
      (events) => void delete events['refunds handles CASE.CREATED'].detail.case.caseId,
    ],
    [
      'another name of a member',
      (events) => {
        events['refunds handles CASE.CREATED'].detail.case.fields.status.value = { doubleValue: 1 };
      },
    ],
    [
      'no user, though the user is read',
      (events) => void delete events['refunds handles CASE.UPDATED'].detail.performedBy.user,
    ],
    [
      'another item type',
      (events) => {
        events['refunds handles RELATED_ITEM.CREATED Comment'].detail.relatedItem.relatedItemType = 'File';
      },
    ],
  ])('refuses %s', async (_, change) => {
    expect(await verified(change)).toBe(1);
  });
});
