import { Arbitrary, type Random, type Stream, stream, Value } from 'fast-check';
import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { SeededRandom } from '../../model/values/seededRandom.ts';
import { warnOfDuplicateFastCheck } from '../generation/duplicateFastCheck.ts';
import { buildHistory, type History } from './buildHistory.ts';
import { drawHistory, type HistoryChoice } from './drawHistory.ts';
import { shrinkHistory } from './shrinkHistory.ts';

/** The events of random histories. A single draw from fast-check's generator decides everything. */
export class HistoryArbitrary extends Arbitrary<readonly CasesEvent[]> {
  readonly #choice: HistoryChoice;

  constructor(choice: HistoryChoice) {
    super();
    this.#choice = choice;
  }

  override generate(random: Random): Value<readonly CasesEvent[]> {
    warnOfDuplicateFastCheck(random);
    return toEvents(buildHistory(drawHistory(this.#choice, new SeededRandom(random.nextInt()))));
  }

  override canShrinkWithoutContext(_value: unknown): _value is readonly CasesEvent[] {
    return false;
  }

  override shrink(_events: readonly CasesEvent[], context: unknown): Stream<Value<readonly CasesEvent[]>> {
    // An example of the caller has no history: it is not shrunk.
    if (context === undefined) return stream<Value<readonly CasesEvent[]>>([].values());
    return stream(shrinkHistory(context as History)).map(toEvents);
  }
}

function toEvents(history: History): Value<readonly CasesEvent[]> {
  return new Value(history.events, history);
}
