import type { FactName } from '../../model/facts/facts.ts';
import { isPlain } from '../../model/values/json/countJsonBytes.ts';
import { cutLongText } from '../values/textPool.ts';
import type { CoverageItem } from './coverageItems.ts';
import type { Variation } from './variationPoint.ts';

/** A text of an event: how to set it, and its length in code points. */
export interface TextPlace<Draft> {
  readonly least: number;
  readonly most: number;
  readonly fact: FactName;
  set(draft: Draft, text: string): void;
}

/** The edge variations of a text: empty and longest, odd Unicode, and surrogate pairs that a cut would split. */
export function listTextVariations<Draft>(place: TextPlace<Draft>): Variation<Draft>[] {
  return [
    ...(place.least === 0 ? [makeEdge('emptyText', place, '')] : []),
    ...oddTexts
      .filter(([, text]) => [...text].length <= place.most)
      .map(([coverageItem, text]) => makeEdge(coverageItem, place, text)),
    { ...makeSized('longestText', place, (length) => cutLongText('ascii', length)), plain: true },
    makeSized('pairsFrom0', place, (length) => cutLongText('fourBytes', length)),
    makeSized('pairsFrom1', place, (length) => `a${cutLongText('fourBytes', length - 1)}`),
  ];
}

const oddTexts: readonly (readonly [CoverageItem, string])[] = [
  ['surrogatePairs', '👩‍👩‍👧‍👦 𝒳 🏳️‍🌈'],
  ['combiningCharacters', 'e\u0301 \u0635\u0651 z\u0351\u036b\u0343'],
  ['rightToLeft', 'שלום \u202Eabc\u202C مرحبا'],
  ['quotes', `"';--\\ \`$\{x}\` %s %ZZ <b>&amp;</b> ([{*+?^|`],
  ['controlCharacters', 'a\u0000b\u0008\t\r\n\u001b[31m\u007f\u2028'],
];

function makeEdge<Draft>(coverageItem: CoverageItem, { fact, set }: TextPlace<Draft>, text: string): Variation<Draft> {
  return { class: 'edge', coverageItem, fact, plain: isPlain(text), apply: (draft) => set(draft, text) };
}

function makeSized<Draft>(
  coverageItem: CoverageItem,
  { least, most, fact, set }: TextPlace<Draft>,
  text: (length: number) => string,
): Variation<Draft> {
  return {
    class: 'edge',
    coverageItem,
    fact,
    size: { least: Math.max(1, least), most },
    apply: (draft, length) => set(draft, text(length)),
  };
}
