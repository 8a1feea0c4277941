import { caseDefects } from './caseDefects.ts';
import { envelopeDefects } from './envelopeDefects.ts';
import { relatedItemDefects } from './relatedItemDefects.ts';

/** An event that can be spoilt: plain JSON. */
export type Spoilt = { [key: string]: Spoilt } & { [index: number]: Spoilt };

/** One thing that makes a valid event malformed, whatever the domain and the reading. */
export interface Defect {
  readonly name: string;
  /** Spoils the event where that can be done to it, and says whether it could. */
  spoil(event: Spoilt): boolean;
}

/** Every defect, for case events and for related-item events. */
export const defects: { readonly ofCase: readonly Defect[]; readonly ofItem: readonly Defect[] } = {
  ofCase: [...envelopeDefects, ...caseDefects],
  ofItem: [...envelopeDefects, ...relatedItemDefects],
};
