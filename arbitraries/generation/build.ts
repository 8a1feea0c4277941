import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { compose } from '../../model/event/compose.ts';
import { partsOf } from '../plan/parts.ts';
import type { Plan } from '../plan/plan.ts';
import { fillTo } from '../size/fill.ts';

/** The event of a plan: a new object every time, equal for equal plans. */
export function build(plan: Plan): CasesEvent {
  const { domain, dialect } = plan.shape;
  const parts = plan.fill === undefined ? partsOf(plan) : fillTo(plan, plan.fill);
  return compose(domain, dialect, parts);
}
