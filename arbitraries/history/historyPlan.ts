import type { Domain } from '../../model/domain/domain.ts';
import type { Dialect } from '../../model/event/dialect.ts';
import type { Rule } from '../../model/rule/rule.ts';
import type { ShrinkablePlan } from '../generation/shrinkablePlan.ts';

/** The types of commands after the creation of a case, the plainest first. */
export const commandTypes = ['update', 'add', 'change', 'remove', 'close', 'reopen', 'delete'] as const;

/** What a command does to a case after its creation. */
export type CommandType = (typeof commandTypes)[number];

/** One change of a case. The first command of a case is its creation, whatever its type. */
export interface Command {
  /** Unique, and below 1,000. Ids are made of it, so that they stay when shrinking removes other commands. */
  readonly key: number;
  /** Which case it changes. */
  readonly caseIndex: number;
  /** `buildHistory` replaces a type that is impossible for the case as it stands. */
  readonly type: CommandType;
  /** The type of the related item to add. */
  readonly itemType: string;
  /** Which related item of the case to change or remove. */
  readonly itemIndex: number;
  /** Who does it; 0 is the user of the sample. */
  readonly actorIndex: number;
  readonly eventClass: 'typical' | 'sparse' | 'edge' | 'open';
  /** The seed of its event's plan; 0 for the sample. */
  readonly seed: number;
  /** The plan of its event; drawn from `seed` when the event is first built. */
  readonly planned: ShrinkablePlan | undefined;
  /** Milliseconds since the previous command. */
  readonly pause: number;
  /** Its time is a multiple of this number of milliseconds. */
  readonly grain: number;
  /** Milliseconds until the event is sent. It affects only the event's `time`. */
  readonly delay: number;
}

/** A history before its events are built: immutable. Removing any commands leaves a valid history. */
export interface HistoryPlan {
  readonly domain: Domain;
  readonly dialect: Dialect;
  /** Fields that change more often than others because a contract reads them, by id. */
  readonly preferredFieldIds: readonly string[];
  /** The rule before the handler: most commands give a case what it asks for. */
  readonly rule?: Rule | undefined;
  /** The seed of ids and actors. */
  readonly seed: number;
  /** The time of the first command, in milliseconds since 1970. */
  readonly begin: number;
  /** The fewest commands that shrinking keeps. */
  readonly minLength: number;
  readonly commands: readonly Command[];
}

/** The indices of the cases of a plan. */
export function listCases({ commands }: HistoryPlan): number[] {
  return [...new Set(commands.map(({ caseIndex }) => caseIndex))];
}
