import type { SQSEvent } from 'aws-lambda';
import initSqlJs, { type Database } from 'sql.js';
import type { CasesEvent } from './casesDetail';
import { eventKind } from './eventKind';
import { fieldIds } from './fieldIds';
import { numberOf } from './fieldValue';

/** The advice of a copied example, kept as a warning: the delivery page of connect-cases-contracts explains it. */
export async function naiveQueueHandler({ Records }: SQSEvent): Promise<void> {
  for (const { body } of Records) {
    const { detail } = JSON.parse(body) as CasesEvent;
    const { caseId = null, fields = {} } = detail.case ?? {};
    const kind = eventKind(detail);
    if (kind === 'case deleted') (await refunds).run('DELETE FROM refunds WHERE case_id = ?', [caseId]);
    if (kind === 'case saved') {
      const amount = numberOf(fields, fieldIds.refundAmount);
      (await refunds).run('REPLACE INTO refunds VALUES (?, ?)', [caseId, amount]);
    }
  }
}

/** The refund of each case. */
export const refunds: Promise<Database> = initSqlJs().then(({ Database }) => {
  const database = new Database();
  database.exec('CREATE TABLE refunds (case_id TEXT PRIMARY KEY, amount REAL)');
  return database;
});
