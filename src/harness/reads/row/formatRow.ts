import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import type { Read } from '../../../../model/event/paths.ts';
import { isBelow } from '../../../../model/values/eventPath.ts';
import { quoteLiteral } from '../../../../model/values/show/quoteLiteral.ts';
import type { ReadSummary } from './readSummary.ts';

/** The row of a table, or its member for an item type, as a test writes it. */
export interface FormattedRow {
  /** What it is, as a title. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** The most characters of a line. */
const WIDTH = 100;

/**
 * The row of a contract as it should be, from what the handler reads.
 * @param isKept whether a declared path stays
 * @param added the undeclared paths that the row needs
 */
export function formatRow(
  contract: Contract,
  summary: ReadSummary,
  isKept: (read: Read, isWanted?: (planned: PlannedEvent) => boolean) => boolean,
  added: readonly Read[],
): FormattedRow {
  const { eventType, itemType, reads, itemTypes } = contract;
  const allowed = (type?: string): readonly Read[] => summary.grammar.list(type);
  const write = (type?: string, isWanted?: (planned: PlannedEvent) => boolean): string => {
    const own = isWanted === undefined ? added : added.filter((read) => isReadIn(summary, read, isWanted));
    const kept = [...reads.filter((read) => isKept(read, isWanted)), ...own];
    const isIncluded = ({ segments }: Read): boolean => own.some((above) => isBelow(segments, above.segments));
    const paths = [...new Set(kept.filter((read) => !isIncluded(read)).map(({ path }) => path))].filter((path) =>
      allowed(type).some((read) => read.path === path || reads.some((declared) => declared.path === path)),
    );
    return formatPaths(paths);
  };
  const withContent = itemTypes.filter((type) =>
    added.some(
      (read) => !summary.grammar.allows(read) && isReadIn(summary, read, (planned) => planned.itemType === type),
    ),
  );
  const members = withContent.map((type) => `${type}: ${write(type, (planned) => planned.itemType === type)},`);
  const others = (planned: PlannedEvent): boolean => !withContent.includes(planned.itemType ?? '');
  const otherwise = withContent.length === 0 ? write(itemType) : write(undefined, others);
  if (itemType !== undefined) {
    const title = `The row '${eventType}' as it should be, at ${[...withContent, itemType].join(' and ')}`;
    return { title, lines: [...members, `${itemType}: ${otherwise},`] };
  }
  const lines =
    members.length === 0
      ? [`'${eventType}': ${otherwise},`]
      : [`'${eventType}': {`, ...[...members, `otherwise: ${otherwise},`].map((line) => `  ${line}`), '},'];
  return { title: 'The row as it should be', lines };
}

function isReadIn(summary: ReadSummary, read: Read, isWanted: (planned: PlannedEvent) => boolean): boolean {
  return summary.listUndeclared(isWanted).some((undeclared) => undeclared.read.path === read.path);
}

function formatPaths(paths: readonly string[]): string {
  if (paths.length === 0) return 'ignored';
  const quoted = paths.map(quoteLiteral);
  const line = `[${quoted.join(', ')}]`;
  return line.length <= WIDTH ? line : `[\n${quoted.map((path) => `    ${path},\n`).join('')}  ]`;
}
