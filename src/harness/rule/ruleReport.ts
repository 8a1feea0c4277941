import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import { parseEventType } from '../../../model/event/parseEventType.ts';
import type { FilterMismatch } from '../../../model/rule/filterLeaf.ts';
import { listFirst } from '../../../model/values/show/listFirst.ts';
import { showJson } from '../../../model/values/show/showJson.ts';
import { ContractViolation } from '../failure/contractViolation.ts';
import { formatDifference, formatSection } from '../failure/failureLines.ts';
import { formatSampleLines } from '../failure/formatSampleLines.ts';

/** One part of a report: a title, and lines below it. */
export type ReportSection = readonly [title: string, lines: readonly string[]];

/** The most differences, and the most leaves, that a report shows. */
const MOST_LINES = 6;

/** The lines about an event: its differences from the sample. */
export function formatEventSection(title: string, planned: PlannedEvent, domain: Domain): ReportSection {
  const event = planned.event();
  const differences = planned.differences();
  if (differences.length === 0) return [title, formatSampleLines(event, domain)];
  const lines = listFirst(differences, MOST_LINES, (difference) => formatDifference(difference, domain));
  return [title, [`the sample of ${nameKind(event)}, but for:`, ...lines]];
}

/** The event type, and the item type of a related item: `RELATED_ITEM.CREATED Comment`. */
export function nameKind(event: object): string {
  const { eventType, relatedItem } = (event as { detail: EventDetail }).detail;
  return [parseEventType(eventType) ?? eventType, ...(relatedItem ? [relatedItem.relatedItemType] : [])].join(' ');
}

interface EventDetail {
  readonly eventType: string;
  readonly relatedItem?: { readonly relatedItemType: string };
}

/** The lines about the leaves that keep an event out. */
export function formatMismatchLines(mismatches: readonly FilterMismatch[]): string[] {
  const line = ({ path, named, condition, because, branches }: FilterMismatch): string => {
    const within = branches.length === 0 || named !== undefined ? '' : ` (in ${branches.at(-1)})`;
    return `${named ?? path.join('.')}${within}: ${showJson(JSON.parse(condition), MOST_SHOWN)}: ${because}`;
  };
  return listFirst(mismatches, MOST_LINES, line, 'more leaves');
}

const MOST_SHOWN = 200;

/** The error about a rule and a row that contradict each other. */
export function makeRuleViolation(
  title: string,
  headline: string,
  planned: PlannedEvent,
  sections: readonly ReportSection[],
): ContractViolation {
  const message = [
    `${title}: ${headline}`,
    ...sections.flatMap(([heading, lines]) => formatSection(heading, lines)),
  ].join('\n');
  return toRuleViolation(title, message, planned);
}

/** The error with this message about the rule of a contract, and an event that shows it. */
export function toRuleViolation(title: string, message: string, planned: PlannedEvent): ContractViolation {
  return new ContractViolation(
    message,
    {
      contract: title,
      class: planned.isSample ? 'sample' : planned.class,
      event: planned.event(),
      differences: planned.differences(),
      replay: undefined,
    },
    undefined,
  );
}
