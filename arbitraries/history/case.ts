import type { CaseState } from './caseFields.ts';

/** A case as it stands. */
export interface Case {
  readonly id: string;
  readonly templateId: string;
  readonly createdAt: number;
  /** No other case has it. */
  readonly number: number;
  readonly fields: CaseState;
  closed: boolean;
  items: readonly Item[];
}

/** A related item as it stands. */
export interface Item {
  readonly id: string;
  /** Also one that AWS does not have today. */
  readonly type: string;
  readonly createdAt: number;
  /** Undefined where the domain does not include it. */
  readonly content: object | undefined;
}
