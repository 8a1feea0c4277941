import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Contract } from '../../contracts/contract.ts';
import { contractsFor } from '../../contracts/contractsFor.ts';
import { ignored } from '../../contracts/ignored.ts';
import { exampleDomain } from '../../src/event/exampleDomain.ts';
import { ContractViolation } from '../../src/harness/contractViolation.ts';
import { verify } from '../../src/harness/verify.ts';
import { correctHandlers } from './correctHandlers.ts';
import { faultyHandlers } from './faultyHandlers.ts';

const fields = [
  'status',
  'title',
  'feedback',
  'refundAmount',
  'goodwill',
  'dueDate',
  'priority',
  'orderPage',
  'approver',
] as const;
const reads = ['case.caseId', 'changedFieldIds', ...fields.map((field) => `case.fields.${field}` as const)] as const;
const contracts = contractsFor(
  'refunds',
  {
    'CASE.CREATED': reads,
    'CASE.UPDATED': reads,
    'CASE.DELETED': ['case.caseId'],
    'RELATED_ITEM.CREATED': {
      Comment: ['relatedItem.caseId'],
      Contact: ['relatedItem.caseId', 'relatedItem.contact.channel'],
      otherwise: ignored,
    },
    'RELATED_ITEM.UPDATED': ['relatedItem.caseId'],
    'RELATED_ITEM.DELETED': ignored,
  },
  { domain: exampleDomain },
);

const startedIn = process.cwd();
let directory = '';
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'kills-'));
  process.chdir(directory);
});
afterEach(() => {
  jest.restoreAllMocks();
  process.chdir(startedIn);
  rmSync(directory, { recursive: true });
});

function contractsOf(type: string): readonly Contract[] {
  return contracts.filter(({ eventType }) => eventType === type);
}

describe(`of ${faultyHandlers.length} faulty handlers, default settings catch the one that`, () => {
  test.each(faultyHandlers.map((faulty) => [faulty.name, faulty] as const))('%s', async (_, { type, handle, says }) => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    let caught: unknown;
    for (const contract of contractsOf(type)) {
      caught = await verify(contract, handle).catch((error: unknown) => error);
      if (caught !== undefined) break;
    }
    expect(caught).toBeInstanceOf(ContractViolation);
    expect((caught as Error).message).toContain(says);
  });
});

describe('no correct handler is blamed or warned of:', () => {
  test.each(Object.entries(correctHandlers))('%s', async (_, handler) => {
    const lines: string[] = [];
    jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    for (const contract of contracts) await verify(contract, handler, { foreign: true });
    expect(lines.filter((line) => !line.includes('declared, never read'))).toEqual([]);
  });
});
