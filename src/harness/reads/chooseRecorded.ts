import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import { valueAt } from '../../../model/values/eventPath.ts';
import type { RowGrammar } from './row/rowGrammar.ts';

/**
 * The fixed cases that are recorded in every run: together they have every class, and each path of the row present and
 * absent, as far as any case has. Padded events are left out, because recording a quarter of a megabyte takes longer
 * than everything else.
 * @param known the events that are recorded anyway
 */
export function chooseRecorded(
  plannedEvents: readonly PlannedEvent[],
  known: readonly PlannedEvent[],
  grammar: RowGrammar,
): readonly PlannedEvent[] {
  const covered = new Set(known.flatMap((planned) => listFeatures(planned, grammar)));
  const chosen: PlannedEvent[] = [];
  const candidates = plannedEvents
    .filter(({ isPadded }) => !isPadded)
    .map((planned) => ({ planned, features: listFeatures(planned, grammar) }));
  for (;;) {
    const gains = candidates.map(({ features }) => features.filter((feature) => !covered.has(feature)).length);
    const most = Math.max(0, ...gains);
    const best = candidates[gains.indexOf(most)];
    if (most === 0 || best === undefined) return chosen;
    chosen.push(best.planned);
    for (const feature of best.features) covered.add(feature);
  }
}

/** What may make a handler take another branch: the class, an addition, and which paths are there. */
function listFeatures(planned: PlannedEvent, grammar: RowGrammar): string[] {
  const event = planned.event();
  const presence = grammar
    .list(planned.itemType)
    .map(({ path, segments }) => `${path} ${valueAt(event, segments) === undefined ? 'absent' : 'present'}`);
  const { coverageItem = '' } = planned;
  return [`class ${planned.class}`, ...(planned.class === 'open' ? [`addition ${coverageItem}`] : []), ...presence];
}
