import type { EventDraft } from '../../model/event/compose.ts';
import { syncDerivedFields } from '../../model/event/syncDerivedFields.ts';
import { countJsonBytes, countPlainBytes } from '../../model/values/json/countJsonBytes.ts';
import type { SizeTarget } from '../plan/plan.ts';
import { catalogueIds, makeFreshIds } from '../values/addedIds.ts';
import { makeFreshText } from '../values/makeFreshText.ts';
import { bytesPerCodePoint, cutLongText, type TextKind } from '../values/textPool.ts';
import type { EventKind } from '../variations/eventKind.ts';
import { type Capacity, countExtraFields, measureCapacity, measureRoom } from './capacity.ts';
import { type CountBytes, measureSize } from './measureSize.ts';
import { spendBytes } from './spendBytes.ts';

/** How an event reaches a size. */
export interface Padding {
  /** Bytes for texts and identifiers. */
  readonly bytes: number;
  readonly textKind: TextKind;
  readonly capacity: Capacity;
  /** How many fields to add. */
  readonly fieldCount: number;
}

/** Computes how a draft reaches a size with texts of a kind, or undefined if it cannot. Changes nothing. */
export function planPadding(
  kind: EventKind,
  draft: EventDraft,
  { bytes, fields }: SizeTarget,
  textKind: TextKind,
  countBytes: CountBytes = countJsonBytes,
): Padding | undefined {
  const missing = bytes - measureSize(kind, draft, countBytes);
  if (missing < 0) return undefined;
  const capacity = measureCapacity(kind, draft, {
    plain: countBytes === countPlainBytes,
    asConfigured: fields === 'none',
  });
  const width = bytesPerCodePoint[textKind];
  const fieldCount = fields === 'none' ? 0 : countExtraFields(capacity, missing, width, fields);
  if (missing > measureRoom(capacity, width, fieldCount)) return undefined;
  const { overhead, opening } = capacity.extraFields;
  const left = missing - (fieldCount === 0 ? 0 : fieldCount * overhead + opening);
  return left < 0 ? undefined : { bytes: left, textKind, capacity, fieldCount };
}

/** Pads the draft that a padding was planned for. */
export function applyPadding(
  draft: EventDraft,
  { bytes, textKind, capacity, fieldCount }: Padding,
  { freshTexts, freshIds: idSeed }: SizeTarget,
): void {
  const added = capacity.extraFields.add(fieldCount, idSeed === undefined ? catalogueIds : makeFreshIds(idSeed));
  const makeText: typeof cutLongText =
    freshTexts === undefined
      ? cutLongText
      : (kind, length, start = 0) => makeFreshText(kind, length, freshTexts + start);
  spendBytes(bytes, capacity, added, textKind, makeText);
  syncDerivedFields(draft);
}
