import type { Domain } from '../../model/domain/domain.ts';
import type { Dialect } from '../../model/event/dialect.ts';
import type { ShrinkablePlan } from '../generation/shrinkablePlan.ts';

/** What happens to a case after its creation, the plainest first. */
export const commandTypes = ['update', 'add', 'change', 'remove', 'close', 'reopen', 'delete'] as const;

/** What happens to a case after its creation. */
export type CommandType = (typeof commandTypes)[number];

/** One thing that happens. The first one that happens to a case is its creation, whatever its deed says. */
export interface Command {
  /** Below 1,000, and no other action's: ids are made of it, so that they stay while other actions go. */
  readonly key: number;
  /** The number of the case that it happens to. */
  readonly caseIndex: number;
  /** What cannot happen to the case as it stands becomes what can (see `buildHistory`). */
  readonly type: CommandType;
  /** The type of a related item that is added. */
  readonly itemType: string;
  /** Which of the case's related items is changed or removed. */
  readonly itemIndex: number;
  /** Who of the cast does it; 0 is the user of the sample. */
  readonly actorIndex: number;
  readonly eventClass: 'typical' | 'sparse' | 'edge' | 'open';
  /** What else is drawn is drawn from it; 0: as in the sample. */
  readonly seed: number;
  /** The differences of its event from the sample; drawn from `number` when the action is first told. */
  readonly planned: ShrinkablePlan | undefined;
  /** Milliseconds since the action before. */
  readonly pause: number;
  /** It happens at a multiple of so many milliseconds. */
  readonly grain: number;
  /** Milliseconds until the event is sent. Nothing but its `time` is made of it. */
  readonly delay: number;
}

/** A history before it is told: values only, never changed. Whatever is left out of its actions, it stays one. */
export interface HistoryPlan {
  readonly domain: Domain;
  readonly dialect: Dialect;
  /** Ids of fields that change more often than others, because somebody reads them. */
  readonly preferredFieldIds: readonly string[];
  /** What ids and the cast are made of. */
  readonly seed: number;
  /** When the first thing happens, in milliseconds since 1970. */
  readonly begin: number;
  /** The least number of actions to which it may be shrunk. */
  readonly minLength: number;
  readonly commands: readonly Command[];
}

/** The numbers of the cases that a plan tells of. */
export function listCases({ commands }: HistoryPlan): number[] {
  return [...new Set(commands.map(({ caseIndex }) => caseIndex))];
}
