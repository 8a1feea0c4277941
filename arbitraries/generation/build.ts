import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { compose } from '../../model/event/compose.ts';
import { buildDraft } from '../plan/buildDraft.ts';
import type { Plan } from '../plan/plan.ts';
import { padTo } from '../size/padTo.ts';

/** Builds the event of a plan: a new object every time, equal for equal plans. */
export function build(plan: Plan): CasesEvent {
  const { domain, dialect } = plan.kind;
  const draft = plan.sizeTarget === undefined ? buildDraft(plan) : padTo(plan, plan.sizeTarget);
  return compose(domain, dialect, draft);
}
