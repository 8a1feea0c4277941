import type { CasesEvent } from '../../src/event/casesEvent.ts';
import { compose } from '../../src/event/compose.ts';
import { fillTo } from './fill.ts';
import { partsOf } from './parts.ts';
import type { Plan } from './plan.ts';

/** The event of a plan: a new object every time, equal for equal plans. */
export function build(plan: Plan): CasesEvent {
  const { domain, dialect } = plan.shape;
  const parts = plan.fill === undefined ? partsOf(plan) : fillTo(plan, plan.fill);
  return compose(domain, dialect, parts);
}
