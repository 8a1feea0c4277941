import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { type Domain, listCustomFields } from '../../../model/domain/domain.ts';
import type { Read } from '../../../model/event/paths.ts';
import { memberByType } from '../../../model/facts/fieldTypes.ts';
import { type EventPath, isAtOrBelow } from '../../../model/values/eventPath.ts';
import { joinFirst } from '../../../model/values/show/joinFirst.ts';
import { showPath, showSegment } from '../../../model/values/show/showPath.ts';
import { ContractViolation } from '../failure/contractViolation.ts';
import { fitLines, formatSection } from '../failure/failureLines.ts';
import type { Unseen } from './explainUnseen.ts';
import type { ReadFaults } from './findReadFaults.ts';
import { type FormattedRow, formatRow } from './row/formatRow.ts';
import { isNoMember } from './row/listMisread.ts';

/** The most lines of a section. */
const MOST = 6;

/** What is wrong with a row, in one line. */
export function summarizeReads({ title }: Contract, { unread, undeclared, misread }: ReadFaults): string {
  const added = undeclared.map(({ read }) => read);
  const lists = [
    ...(unread.length > 0 ? [`declared, never read: ${formatPaths(unread)}`] : []),
    ...(added.length > 0 ? [`read, not declared: ${formatPaths(added)}`] : []),
    ...(misread.length > 0 ? [`read where no event has a value: ${formatPaths(misread.map(({ read }) => read))}`] : []),
  ];
  return `${title}: ${lists.join('; ')}.`;
}

/** The row of a contract as it should be. */
export function correctRow(contract: Contract, { summary, unread, undeclared }: ReadFaults): FormattedRow {
  const isKept = (read: Read, isWanted?: (planned: PlannedEvent) => boolean): boolean =>
    !unread.includes(read) && summary.stateOf(read, isWanted) !== 'unread';
  return formatRow(
    contract,
    summary,
    isKept,
    undeclared.map(({ read }) => read),
  );
}

/**
 * Explains on one screen what is wrong with a row, and prints it as it should be.
 * @param why what is known of a handler that reads nothing
 */
export function explainReads(contract: Contract, faults: ReadFaults, why: string | undefined, unseen?: Unseen): string {
  const { summary, unread, onlyCopied, undeclared, misread } = faults;
  const { title, lines } = correctRow(contract, faults);
  const unknown = unread.length === 0 ? [] : summary.listUnknown();
  const isRowRight = unread.length + undeclared.length === 0;
  const events = `${summary.count.toLocaleString('en')} recorded events`;
  return [
    summarizeReads(contract, faults),
    ...formatSection(
      'Declared, never read',
      fitLines(unread, MOST, (read) =>
        onlyCopied.includes(read)
          ? `${read.path}: ${describeCopied(read, faults)}, and nothing that comes out depends on it`
          : `${read.path}: none of ${events} made the handler read it`,
      ),
    ),
    ...formatSection('Read, though no event has it', [
      ...fitLines(misread, MOST, ({ read, place }) => `${formatPlace(place, contract.domain)}${describeMember(read)}`),
      ...listHints(contract, unread, unknown),
    ]),
    ...formatSection(
      contract.ignores ? 'Read, though the row is ignored, and what comes out depends on it' : 'Read, not declared',
      fitLines(
        undeclared,
        MOST,
        ({ read, place, planned }) =>
          `${read.path}: it reads ${formatPlace(place, contract.domain)} (class ${planned.class})${isNoMember(read, place) ? describeMember(read) : ''}`,
      ),
    ),
    ...formatSection(unseen?.title ?? '', unseen?.lines ?? []),
    ...formatSection(title, isRowRight || unseen?.keepsRow ? [] : lines),
    ...formatSection('What to do', [
      ...(why === undefined ? [] : [why]),
      ...(misread.length === 0 ? [] : ['Correct the member that the handler reads.']),
      ...(unseen === undefined ? [] : [unseen.todo]),
      ...(isRowRight || unseen?.keepsRow ? [] : listAdvice(unread, unknown)),
    ]),
  ].join('\n');
}

/** Where the values of a field are. */
function describeMember({ field }: Read): string {
  return field === undefined ? '' : `: a ${field.type} has its value in value.${memberByType[field.type]}`;
}

/** How the handler gets at a path without reading it. */
function describeCopied(read: Read, { summary }: ReadFaults): string {
  const isTaken = summary.recorded.some(({ seen }) => seen.reading(read) === 'by name');
  return isTaken
    ? 'the handler takes the object, reads nothing in it'
    : 'the handler only copies it with all around it';
}

function listAdvice(unread: readonly Read[], unknown: readonly EventPath[]): string[] {
  const copy = 'Copy the row into the table, or change what the handler reads.';
  if (unread.length === 0) return [copy];
  const rare = 'If it reads a path only at a value that no event has, give the domain that option';
  return [
    unknown.length === 0 ? copy : 'Correct the name that no event has, or copy the row into the table.',
    `${rare} (options of the field), or set reads: 'warn'.`,
  ];
}

/** The reads of unknown places that may be misspelt: beside a path that is never read, or near it. */
function listHints({ domain }: Contract, unread: readonly Read[], unknown: readonly EventPath[]): string[] {
  const beside = unknown.filter((place) =>
    unread.some(({ segments }) => isAtOrBelow(segments, place.slice(0, Math.min(place.length, segments.length) - 1))),
  );
  return fitLines(beside, MOST, (place) => formatPlace(place, domain));
}

function formatPlace(place: EventPath, domain: Domain): string {
  return showPath(place, (segment, index) => {
    const field = index === 3 && listCustomFields(domain).find(({ id }) => id === segment);
    return field && place[2] === 'fields' ? `.${field.name}(${field.id})` : showSegment(segment);
  });
}

/** The most paths in one line. */
const IN_LINE = 12;

function formatPaths(reads: readonly Read[]): string {
  return joinFirst(
    reads.map(({ path }) => path),
    IN_LINE,
  );
}

/** The error of a contract whose row is not what the handler reads. */
export function makeReadViolation({ title }: Contract, message: string, sample: PlannedEvent): ContractViolation {
  const details = {
    contract: title,
    class: 'sample',
    event: sample.event(),
    differences: [],
    replay: undefined,
  } as const;
  return new ContractViolation(message, details, undefined);
}
