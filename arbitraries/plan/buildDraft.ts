import type { CaseFields } from '../../model/event/casesEvent.ts';
import type { EventDraft } from '../../model/event/compose.ts';
import { makeSampleDraft, makeSampleValue } from '../../model/event/samples.ts';
import { syncDerivedFields } from '../../model/event/syncDerivedFields.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { identify } from '../values/identify.ts';
import type { DraftFor, EventKind } from '../variations/eventKind.ts';
import { selectItemFields } from '../variations/listCustomPoints.ts';
import { getVariation, makeSamplePlan, type Plan } from './plan.ts';
import { reconcile } from './reconcile.ts';

/** The draft of a plan, before it is padded. */
export function buildDraft<Kind extends EventKind>(plan: Plan<Kind>): DraftFor<Kind>;
export function buildDraft(plan: Plan): EventDraft {
  const { kind, identity } = plan;
  const { baseline } = kind;
  const template = getTemplate(kind);
  const draft = copyTemplate(template, kind.hasRandomFields);
  if (identity !== undefined) identify(draft, identity);
  baseline?.apply?.(draft);
  for (let point = 0; point < plan.variations.length; point++) {
    getVariation(plan, point)?.apply(draft, plan.parameters[point] as number, identity);
  }
  if (draft.subject === 'case' && template.subject === 'case') unshare(draft.fields, template.fields);
  if (baseline?.apply === undefined) reconcile(draft, plan);
  baseline?.applyOverrides(draft);
  syncDerivedFields(draft);
  return draft;
}

/** The draft of the sample, or of the baseline of the event kind; kinds with random fields lack the domain's own. */
export function buildBaselineDraft<Kind extends EventKind>(kind: Kind): DraftFor<Kind> {
  return buildDraft(makeSamplePlan(kind));
}

/** The draft that all events of a kind are copied from. */
const getTemplate = oncePer(makeTemplate, ({ points }) => points);

/**
 * A copy of the draft, which shares only the values of fields: a plan mostly replaces them all. Every property is
 * written out, because a spread with overwritten properties takes ten times as long.
 */
function copyTemplate(template: EventDraft, isGrowing: boolean): EventDraft {
  if (template.subject === 'relatedItem') {
    return {
      subject: template.subject,
      type: template.type,
      id: template.id,
      createdAt: template.createdAt,
      changedAt: template.changedAt,
      sentAt: template.sentAt,
      caseId: template.caseId,
      user: copyPlain(template.user),
      iamPrincipalArn: template.iamPrincipalArn,
      itemType: template.itemType,
      contentKey: template.contentKey,
      relatedItemId: template.relatedItemId,
      changedAttributes: template.changedAttributes.slice(),
      content: copyPlain(template.content),
      additions: {},
    };
  }
  return {
    subject: template.subject,
    type: template.type,
    id: template.id,
    createdAt: template.createdAt,
    changedAt: template.changedAt,
    sentAt: template.sentAt,
    caseId: template.caseId,
    templateId: template.templateId,
    user: copyPlain(template.user),
    iamPrincipalArn: template.iamPrincipalArn,
    // V8 copies the map as it is, however many fields it has; values are then overwritten in place.
    fields: template.fields && (isGrowing ? copyForGrowth(template.fields) : { ...template.fields }),
    changedFieldIds: template.changedFieldIds.slice(),
    clearedFieldIds: [],
    additions: {},
  };
}

/**
 * A copy of a map that fields will be added to. It begins without a prototype, so that V8 treats it as a dictionary:
 * otherwise each added field costs a change of its hidden class.
 */
export function copyForGrowth(fields: CaseFields = {}): CaseFields {
  const copy: CaseFields = Object.setPrototypeOf(Object.create(null), Object.prototype);
  for (const id in fields) copy[id] = fields[id] as CaseFields[string];
  return copy;
}

/** Copies the values that are still the template's, because the receiver of an event may change it. */
function unshare(fields: CaseFields | undefined, shared: CaseFields | undefined): void {
  if (fields === undefined || shared === undefined) return;
  for (const id in shared) {
    if (fields[id] === shared[id]) fields[id] = { value: { ...(shared[id] as CaseFields[string]).value } };
  }
}

/** A deep copy of plain data, in a fifth of the time that its JSON takes. */
export function copyPlain<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyPlain) as Value;
  const copy = { ...value };
  for (const key in copy) copy[key] = copyPlain(copy[key]);
  return copy;
}

function makeTemplate(kind: EventKind): EventDraft {
  const { domain, dialect } = kind;
  const draft = makeSampleDraft(kind, domain, dialect);
  if (!kind.hasRandomFields) return draft;
  if (draft.subject === 'case' && draft.fields !== undefined) {
    for (const field of Object.values(domain.fields)) delete draft.fields[field.id];
  }
  if (draft.subject === 'relatedItem' && draft.contentKey === 'custom' && draft.content !== undefined) {
    const fields = selectItemFields(domain, kind.hasRandomFields);
    draft.content = {
      fields: fields.map((field) => ({ id: field.id, value: makeSampleValue(field, domain, dialect) })),
    };
  }
  return draft;
}
