import { caseDefects, caseFieldDefects } from './caseDefects.ts';
import type { Defect } from './defect.ts';
import { envelopeDefects, performerDefects, resourceDefects } from './envelopeDefects.ts';
import { contentDefects, relatedItemDefects } from './relatedItemDefects.ts';
import { valueDefects } from './valueDefects.ts';

/** Every defect, each with a unique name. */
export const defects: readonly Defect[] = [
  ...envelopeDefects,
  ...resourceDefects,
  ...performerDefects,
  ...caseDefects,
  ...caseFieldDefects,
  ...valueDefects,
  ...relatedItemDefects,
  ...contentDefects,
];
