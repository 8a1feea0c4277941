import type { EventParts } from '../../model/event/compose.ts';
import { jsonBytes } from '../../model/values/jsonBytes.ts';
import { buildParts } from '../plan/parts.ts';
import { isPlainPlan, type Plan, type SizeTarget } from '../plan/plan.ts';
import { overridesOnly } from '../variations/eventKind.ts';
import { type CountBytes, chooseCount } from './measureSize.ts';
import { applyPadding, planPadding } from './padding.ts';
import { listReductions } from './reductions.ts';

/**
 * The parts of a plan, padded to exactly the target's bytes: texts first, evenly, then identifiers for the rest. The
 * padding is computed, not tried: every character of a text kind takes the same number of bytes.
 * @throws Error when the event kind cannot have the size; callers check that first
 */
export function padTo(plan: Plan, target: SizeTarget): EventParts {
  const { kind } = plan;
  for (const { parts, countBytes } of listCandidates(plan, target.bytes)) {
    const padding =
      planPadding(kind, parts, target, target.textKind, countBytes) ??
      planPadding(kind, parts, target, 'escapes', countBytes);
    if (padding === undefined) continue;
    applyPadding(parts, padding, target);
    return parts;
  }
  // Long texts of a baseline leave less room for escapes than the short ones of the sample.
  if (kind.baseline?.apply !== undefined) return padTo({ ...plan, kind: overridesOnly(kind, kind.baseline) }, target);
  const name = kind.itemType === undefined ? kind.type : `${kind.type} ${kind.itemType}`;
  throw new Error(`No ${name} event can have ${target.bytes} bytes; please report this.`);
}

/** Parts to pad: those of the plan, then the baseline with less and less that is optional. */
function* listCandidates(plan: Plan, bytes: number): Iterable<{ parts: EventParts; countBytes: CountBytes }> {
  const { kind } = plan;
  yield { parts: buildParts(plan), countBytes: isPlainPlan(plan) ? chooseCount(kind) : jsonBytes };
  for (const parts of listReductions(kind, bytes)) yield { parts, countBytes: chooseCount(kind) };
}
