import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Callback, Context, EventBridgeEvent, EventBridgeHandler } from 'aws-lambda';
import { type CaseDeletedEvent, contractsFor, verify } from '../../src/index.ts';
import { ignoringAll } from '../helpers/ignoringAll.ts';

jest.setTimeout(30_000);

const [, , contract] = contractsFor('refunds', {
  ...ignoringAll,
  'CASE.DELETED': ['case.caseId'],
});

interface Detail {
  readonly case?: { readonly caseId: string };
}

const ofEventBridge = async ({ detail }: EventBridgeEvent<string, Detail>): Promise<string | undefined> =>
  detail.case?.caseId;

const ofAwsLambda: EventBridgeHandler<'Amazon Connect Cases Change', Detail, string | undefined> = (
  { detail },
  _context,
  callback,
) => callback(null, detail.case?.caseId);

const ofOneEventType = ({ detail }: CaseDeletedEvent): string => detail.case.caseId;

const withContext = async (
  { detail }: CaseDeletedEvent,
  { functionName, getRemainingTimeInMillis }: Context,
): Promise<string> => `${functionName}: ${detail.case.caseId}, ${getRemainingTimeInMillis()}`;

const withCallback = ({ detail }: CaseDeletedEvent, _: Context, callback: Callback<string>): void =>
  callback(undefined, detail.case.caseId);

test.each([
  ['EventBridgeEvent', ofEventBridge],
  ['EventBridgeHandler', ofAwsLambda],
  ['an event type of this package', ofOneEventType],
  ["Lambda's context", withContext],
  ["Lambda's callback", withCallback],
] as const)('verify accepts a handler typed with %s', async (_, handler) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'accepted-'));
  if (contract === undefined) throw new Error('the table has three rows of cases');
  await verify(contract, handler, { dir, runs: 10 });
  rmSync(dir, { recursive: true });
});
