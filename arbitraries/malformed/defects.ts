import { caseDefects } from './caseDefects.ts';
import type { Defect } from './defect.ts';
import { envelopeDefects } from './envelopeDefects.ts';
import { relatedItemDefects } from './relatedItemDefects.ts';

/** Every defect, for case events and for related-item events. */
export const defects: { readonly ofCase: readonly Defect[]; readonly ofItem: readonly Defect[] } = {
  ofCase: [...envelopeDefects, ...caseDefects],
  ofItem: [...envelopeDefects, ...relatedItemDefects],
};
