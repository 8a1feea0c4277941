import { type Domain, listCustomFields } from '../../../model/domain/domain.ts';
import type { Fact } from '../../../model/facts/facts.ts';
import type { Difference } from '../../../model/values/differences.ts';
import type { EventPath } from '../../../model/values/eventPath.ts';
import { listFirst } from '../../../model/values/show/listFirst.ts';
import { showChange } from '../../../model/values/show/showChange.ts';
import { showPath, showSegment } from '../../../model/values/show/showPath.ts';

/** A section of a failure's text below its title; empty without lines. */
export function formatSection(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** A line for each item, or at most `most` lines, the last of which says how many items have none. */
export function fitLines<Item>(items: readonly Item[], most: number, write: (item: Item) => string): string[] {
  return listFirst(items, items.length > most ? most - 1 : most, write);
}

/** A fact with its certainty, and its link on a second line. */
export function formatFact({ states, certainty, link }: Fact): string {
  return `${states} (${certainty})\n    ${link}`;
}

/** One difference from the sample: the place, the value in the sample, the value in the event. */
export function formatDifference(difference: Difference, domain: Domain): string {
  const { steps: segments } = difference;
  const [from, to] = showChange(difference.from, difference.to);
  const [before, after] = ['from' in difference ? from : 'absent', 'to' in difference ? to : 'absent'];
  return `${formatPlace(segments, domain)}: ${before} → ${after}`;
}

/** The path for messages. Custom fields have the domain's name before their id. */
function formatPlace(segments: EventPath, domain: Domain): string {
  return showPath(segments, (segment, index) => {
    const isFieldId = index > 2 && segments[2] === 'fields';
    const field = isFieldId ? listCustomFields(domain).find(({ id }) => id === segment) : undefined;
    return field === undefined ? showSegment(segment) : `.${field.name}(${field.id})`;
  });
}
