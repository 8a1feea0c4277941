import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import initSqlJs, { type Database } from 'sql.js';
import type { Comment } from './comment';
import type { RefundCase } from './refundCase';

const schema = `
  CREATE TABLE IF NOT EXISTS handled (event_id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS cases (
    case_id TEXT PRIMARY KEY, changed_at TEXT NOT NULL, deleted INTEGER NOT NULL, changed_by TEXT, changed TEXT,
    status TEXT, title TEXT, refund_reason TEXT, refund_amount REAL, goodwill INTEGER, due_date TEXT, priority TEXT,
    order_page TEXT, approver TEXT
  );
  CREATE TABLE IF NOT EXISTS comments (
    comment_id TEXT PRIMARY KEY, case_id TEXT NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    deleted INTEGER NOT NULL, body TEXT, preview TEXT
  );
  CREATE INDEX IF NOT EXISTS comments_of_case ON comments (case_id, deleted, created_at);
`;

/** A row of the database. */
export type Row = Record<string, string | number | null>;

/**
 * The read model: SQLite compiled to WebAssembly, in memory or in a file (on a mounted file system, with one function
 * at a time). The newest change wins; deleted items stay deleted.
 */
export class ReadModel {
  readonly #database: Database;
  readonly #file: string | undefined;

  private constructor(database: Database, file: string | undefined) {
    this.#database = database;
    this.#file = file;
    database.exec(schema);
  }

  /** Opens the read model with its saved content, or empty. */
  static async open(file?: string): Promise<ReadModel> {
    const { Database } = await initSqlJs();
    const known = file !== undefined && existsSync(file);
    return new ReadModel(known ? new Database(readFileSync(file)) : new Database(), file);
  }

  /** Makes a change once per event id: all of it, or nothing. */
  once(eventId: string, change: () => void): void {
    this.#database.exec('BEGIN');
    try {
      this.#database.run('INSERT OR IGNORE INTO handled VALUES (?)', [eventId]);
      if (this.#database.getRowsModified() > 0) change();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
    this.#keep();
  }

  /** Saves a case, unless a newer change of it is known. */
  saveCase(refund: RefundCase): void {
    const { goodwill, changed } = refund;
    this.#replaceOlder('cases', 'case_id', {
      case_id: refund.caseId,
      changed_at: refund.changedAt,
      deleted: 0,
      changed_by: refund.changedBy,
      changed: changed.join(' '),
      status: refund.status,
      title: refund.title,
      refund_reason: refund.refundReason,
      refund_amount: refund.refundAmount,
      goodwill: goodwill === null ? null : Number(goodwill),
      due_date: refund.dueDate,
      priority: refund.priority,
      order_page: refund.orderPage,
      approver: refund.approver,
    });
  }

  /** Deletes a case. A mark stays, so that an older event that comes later does not restore it. */
  deleteCase({ caseId, changedAt }: Pick<RefundCase, 'caseId' | 'changedAt'>): void {
    this.#replaceOlder('cases', 'case_id', { case_id: caseId, changed_at: changedAt, deleted: 1 });
  }

  /** Saves a comment, or its deletion, unless a newer change of it is known. */
  saveComment(comment: Comment, deleted: boolean): void {
    this.#replaceOlder('comments', 'comment_id', {
      comment_id: comment.commentId,
      case_id: comment.caseId,
      created_at: comment.createdAt,
      changed_at: comment.changedAt,
      deleted: Number(deleted),
      body: deleted ? null : comment.body,
      preview: deleted ? null : comment.preview,
    });
  }

  /** All cases that exist, each with its last comment. */
  cases(): Row[] {
    const rows: Row[] = [];
    this.#database.each(
      `SELECT cases.*, last.preview AS last_comment FROM cases
       LEFT JOIN comments AS last ON last.comment_id = (
         SELECT comment_id FROM comments WHERE case_id = cases.case_id AND NOT deleted
         ORDER BY created_at DESC, comment_id LIMIT 1
       )
       WHERE NOT cases.deleted ORDER BY cases.case_id`,
      {},
      (row) => rows.push(row as Row),
      () => undefined,
    );
    return rows;
  }

  /** The body of a comment, or undefined if there is no such comment. */
  commentBody(commentId: string): string | null | undefined {
    const [result] = this.#database.exec('SELECT body FROM comments WHERE comment_id = ? AND NOT deleted', [commentId]);
    return result?.values[0]?.[0] as string | null | undefined;
  }

  /** Forgets everything. */
  clear(): void {
    this.#database.exec('DELETE FROM handled; DELETE FROM cases; DELETE FROM comments;');
    this.#keep();
  }

  #replaceOlder(table: string, key: string, row: Row): void {
    const columns = Object.keys(row);
    const updates = columns.map((column) => `${column} = excluded.${column}`).join(', ');
    this.#database.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (${key}) DO UPDATE SET ${updates} WHERE excluded.changed_at > ${table}.changed_at`,
      Object.values(row),
    );
  }

  #keep(): void {
    if (this.#file === undefined) return;
    writeFileSync(`${this.#file}.new`, this.#database.export());
    renameSync(`${this.#file}.new`, this.#file);
  }
}
