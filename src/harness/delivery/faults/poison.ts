import { foreignEvents } from '../../../../arbitraries/foreignEvents.ts';
import { findDefect, malformedEvents } from '../../../../arbitraries/malformedEvents.ts';
import type { Domain } from '../../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { showJson } from '../../../../model/values/show/showJson.ts';
import { draw } from '../../run/draw.ts';
import type { Arrival } from './arrivals.ts';
import type { PoisonKind } from './faults.ts';

/** A record that is no case event. */
export interface Poison {
  /** The content; a text if it is not JSON. */
  readonly content: unknown;
  /** A description in a few words. */
  readonly words: string;
  /** Its beginning on one line, starting with the members that vary most; absent if the words show everything. */
  readonly line?: string;
}

/** The content of an arrival: an event, or poison. */
export function makeContent(arrival: Arrival, history: readonly CasesEvent[], domain: Domain): unknown {
  return 'event' in arrival ? history[arrival.event] : makePoison(arrival, domain).content;
}

/** The content of a poisoned arrival. */
export function makePoison({ poison, number }: Extract<Arrival, { poison: unknown }>, domain: Domain): Poison {
  return poisons[poison](number, domain);
}

const poisons: Record<PoisonKind, (number: number, domain: Domain) => Poison> = {
  invalidJson: (number) => {
    const content = ['', 'not json', '{"detail":', '\u0000'][number % 4];
    return { content, words: `a record that is not JSON (${JSON.stringify(content)})` };
  },
  malformed: (seed, domain) => {
    const [content] = draw(() => malformedEvents({ domain, class: 'typical' }), { seed, runs: 1 }) as [object];
    return { content, words: `a malformed event (${findDefect(content)})`, line: formatPoison(content) };
  },
  foreign: (seed, domain) => {
    const [content] = draw(() => foreignEvents({ domain }), { seed, runs: 1 });
    const { 'detail-type': kind, detail } = content as NonNullable<typeof content>;
    const words = `a foreign event (${kind}: ${detail.eventName ?? detail.eventType})`;
    return { content, words, line: formatPoison(content as object) };
  },
};

const LONGEST = 160;

function formatPoison(event: object): string {
  const { 'detail-type': detailType, detail, ...envelope } = event as Record<string, unknown>;
  return showJson({ 'detail-type': detailType, detail, ...envelope }, LONGEST);
}
