import type { FactName } from '../../model/facts/facts.ts';
import { isPlain } from '../../model/values/jsonBytes.ts';
import { longText } from '../values/textPool.ts';
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
export function textVariations<Draft>(place: TextPlace<Draft>): Variation<Draft>[] {
  return [
    ...(place.least === 0 ? [edge('empty text', place, '')] : []),
    ...oddTexts
      .filter(([, text]) => [...text].length <= place.most)
      .map(([coverageItem, text]) => edge(coverageItem, place, text)),
    sized('longest text', place, (length) => longText('ascii', length)),
    sized('pairs from offset 0', place, (length) => longText('fourBytes', length)),
    sized('pairs from offset 1', place, (length) => `a${longText('fourBytes', length - 1)}`),
  ];
}

const oddTexts: readonly (readonly [CoverageItem, string])[] = [
  ['surrogate pairs', '👩‍👩‍👧‍👦 𝒳 🏳️‍🌈'],
  ['combining characters', 'e\u0301 \u0635\u0651 z\u0351\u036b\u0343'],
  ['right-to-left text', 'שלום \u202Eabc\u202C مرحبا'],
  ['quotes', `"';--\\ \`$\{x}\` %s %ZZ <b>&amp;</b> ([{*+?^|`],
  ['control characters', 'a\u0000b\u0008\t\r\n\u001b[31m\u007f\u2028'],
];

function edge<Draft>(coverageItem: CoverageItem, { fact, set }: TextPlace<Draft>, text: string): Variation<Draft> {
  return { class: 'edge', coverageItem, fact, plain: isPlain(text), apply: (draft) => set(draft, text) };
}

function sized<Draft>(
  coverageItem: CoverageItem,
  { least, most, fact, set }: TextPlace<Draft>,
  text: (length: number) => string,
): Variation<Draft> {
  return {
    class: 'edge',
    coverageItem,
    fact,
    plain: coverageItem === 'longest text',
    size: { least: Math.max(1, least), most },
    apply: (draft, length) => set(draft, text(length)),
  };
}
