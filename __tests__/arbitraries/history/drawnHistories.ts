import { buildHistory, type History } from '../../../arbitraries/history/buildHistory.ts';
import { drawHistory, type HistoryChoice } from '../../../arbitraries/history/drawHistory.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { resolveDialect } from '../../../model/event/dialect.ts';
import { SeededRandom } from '../../../model/values/seededRandom.ts';

/** Some histories with their plans. */
export function drawnHistories(choice: Partial<HistoryChoice>, count: number): History[] {
  const common = { domain: exampleDomain, dialect: resolveDialect(), preferredFieldIds: [] };
  const usual = { ...common, minLength: 1, maxLength: 20, maxCases: 3 };
  return Array.from({ length: count }, (_, seed) =>
    buildHistory(drawHistory({ ...usual, ...choice }, new SeededRandom(1 + seed))),
  );
}
