import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { openQuestions } from '../../../../model/facts/openQuestions.ts';
import type { Ambiguity } from '../../verdict/ambiguities.ts';

/** Another reading of an open question about the order of changes. */
export type OrderReading = Pick<Ambiguity, 'asks' | 'reading' | 'fact'>;

const { changeTimeTies, fractionZeros } = openQuestions;

/** Several changes of a case may have one time: their order is then unknown. */
export const ties: OrderReading = {
  asks: changeTimeTies.asks,
  reading: 'occur',
  fact: changeTimeTies.readings.occur,
};

/** Instants have only the digits that they need: their order as texts differs from their order in time. */
export const fractions: OrderReading = {
  asks: fractionZeros.asks,
  reading: 'dropped',
  fact: fractionZeros.readings.dropped,
};

/** A history with changes close to each other, in milliseconds, and the same history with other digits. */
export function spellInBothWays(history: readonly CasesEvent[]): [readonly CasesEvent[], readonly CasesEvent[]] {
  const spellAll = (spell: (text: string, place: number) => string): readonly CasesEvent[] =>
    history.map((event, place) => {
      const text = new Date(BEGIN + STEP * place).toISOString();
      const detail = { ...event.detail, approximateChangeTime: spell(text, place) };
      return { ...event, detail } as CasesEvent;
    });
  const shortest = (text: string): string => text.replace(/\.?0+Z$/, 'Z');
  return [
    spellAll((text) => text),
    spellAll((text, place) => (place % 3 === 2 ? text.replace('Z', '000Z') : shortest(text))),
  ];
}

const BEGIN = Date.UTC(2024, 0, 15, 9, 30);
const STEP = 50;
