import type { Plan } from '../plan/plan.ts';
import { measureConfiguredRange, measureRange } from '../size/sizeRange.ts';

/** The plan with a size that its event can have: demanded values may leave less room for padding. */
export function refit(plan: Plan): Plan {
  const { sizeTarget } = plan;
  if (sizeTarget === undefined) return plan;
  const unpadded = { ...plan, sizeTarget: undefined };
  const { least, most } =
    sizeTarget.fields === 'none' ? measureConfiguredRange(unpadded, sizeTarget.textKind) : measureRange(plan.kind);
  const bytes = Math.max(least, Math.min(most, sizeTarget.bytes));
  return bytes === sizeTarget.bytes ? plan : { ...plan, sizeTarget: { ...sizeTarget, bytes } };
}
