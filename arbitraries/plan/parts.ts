import type { CaseFields } from '../../model/event/casesEvent.ts';
import type { EventParts } from '../../model/event/compose.ts';
import { sampleParts, sampleValue } from '../../model/event/samples.ts';
import { syncDerivedFields } from '../../model/event/syncDerivedFields.ts';
import { identify } from '../values/identify.ts';
import { selectItemFields } from '../variations/customPoints.ts';
import type { EventKind } from '../variations/eventKind.ts';
import { type Plan, samplePlan, variationAt } from './plan.ts';
import { reconcile } from './reconcile.ts';

/** What a plan says, before anything is filled up. */
export function buildParts(plan: Plan): EventParts {
  const { kind, identity } = plan;
  const { baseline } = kind;
  const { parts, shared } = startParts(kind);
  if (identity !== undefined) identify(parts, identity);
  baseline?.apply?.(parts);
  for (let point = 0; point < plan.variations.length; point++) {
    variationAt(plan, point)?.apply(parts, plan.parameters[point] as number, identity);
  }
  unshare(parts.fields, shared);
  if (baseline?.apply === undefined) reconcile(parts, plan);
  baseline?.applyOverrides(parts);
  syncDerivedFields(parts);
  return parts;
}

/** The parts of the sample, or those of the event kind's story; with fresh custom fields, without the domain's own. */
export function buildBaselineParts(kind: EventKind): EventParts {
  return buildParts(samplePlan(kind));
}

const templates = new WeakMap<EventKind['points'], EventParts>();

/** A copy of the sample's parts. Only the values of its fields are shared: a plan mostly replaces them all. */
function startParts(kind: EventKind): { parts: EventParts; shared: CaseFields | undefined } {
  let template = templates.get(kind.points);
  if (template === undefined) {
    template = makeTemplate(kind);
    templates.set(kind.points, template);
  }
  // Every property by its name: a spread with overwritten properties costs ten times as much.
  const parts: EventParts = {
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
    fields: template.fields && (kind.fresh ? growingCopy(template.fields) : { ...template.fields }),
    changedFieldIds: template.changedFieldIds.slice(),
    clearedFieldIds: [],
    itemType: template.itemType,
    contentKey: template.contentKey,
    relatedItemId: template.relatedItemId,
    changedAttributes: template.changedAttributes.slice(),
    content: copyPlain(template.content),
    additions: {},
  };
  return { parts, shared: template.fields };
}

/**
 * A copy of a map to which fields are going to be added. Each of them would cost the change of a hidden class, or a new
 * one if its id was never seen; an object that begins without a prototype is a dictionary instead.
 */
export function growingCopy(fields: CaseFields = {}): CaseFields {
  const copy: CaseFields = Object.setPrototypeOf(Object.create(null), Object.prototype);
  for (const id in fields) copy[id] = fields[id] as CaseFields[string];
  return copy;
}

/** Copies the values that are still those of the template: whoever gets an event may change it. */
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

function makeTemplate({ type, domain, itemType, dialect, fresh }: EventKind): EventParts {
  const parts = sampleParts(type, domain, itemType, dialect);
  if (!fresh) return parts;
  if (parts.fields !== undefined) {
    for (const field of Object.values(domain.fields)) delete parts.fields[field.id];
  }
  if (parts.contentKey === 'custom' && parts.content !== undefined) {
    const fields = selectItemFields(domain, fresh);
    parts.content = { fields: fields.map((field) => ({ id: field.id, value: sampleValue(field, domain, dialect) })) };
  }
  return parts;
}
