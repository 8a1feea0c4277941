import type { EventDraft } from '../../model/event/compose.ts';
import { countJsonBytes } from '../../model/values/json/countJsonBytes.ts';
import { buildDraft } from '../plan/buildDraft.ts';
import { isPlainPlan, type Plan, type SizeTarget } from '../plan/plan.ts';
import { keepOverrides } from '../variations/eventKind.ts';
import { type CountBytes, chooseCount } from './measureSize.ts';
import { applyPadding, planPadding } from './padding.ts';
import { listReductions } from './reductions.ts';

/**
 * The draft of a plan, padded to exactly the target's bytes: texts first, evenly, then identifiers for the rest. The
 * padding is computed, not tried: every character of a text kind takes the same number of bytes.
 * @throws Error when the event kind cannot have the size; callers check that first
 */
export function padTo(plan: Plan, target: SizeTarget): EventDraft {
  const { kind } = plan;
  for (const { draft, countBytes } of listCandidates(plan, target.bytes)) {
    const padding =
      planPadding(kind, draft, target, target.textKind, countBytes) ??
      planPadding(kind, draft, target, 'escapes', countBytes);
    if (padding === undefined) continue;
    applyPadding(draft, padding, target);
    return draft;
  }
  // Long texts of a baseline leave less room for escapes than the short ones of the sample.
  if (kind.baseline?.apply !== undefined) return padTo({ ...plan, kind: keepOverrides(kind, kind.baseline) }, target);
  const name = kind.itemType === undefined ? kind.type : `${kind.type} ${kind.itemType}`;
  throw new Error(`No ${name} event can have ${target.bytes} bytes; please report this.`);
}

/** Draft to pad: those of the plan, then the baseline with less and less that is optional. */
function* listCandidates(plan: Plan, bytes: number): Iterable<{ draft: EventDraft; countBytes: CountBytes }> {
  const { kind } = plan;
  yield { draft: buildDraft(plan), countBytes: isPlainPlan(plan) ? chooseCount(kind) : countJsonBytes };
  for (const draft of listReductions(kind, bytes)) yield { draft, countBytes: chooseCount(kind) };
}
