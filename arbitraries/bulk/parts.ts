import type { CaseFields } from '../../src/event/casesEvent.ts';
import type { EventParts } from '../../src/event/compose.ts';
import { sampleParts, sampleValue } from '../../src/event/samples.ts';
import { itemFieldsOf } from '../content/customSlots.ts';
import type { Shape } from '../shape.ts';
import { type Plan, variationAt } from './plan.ts';

/** What a plan says, before anything is filled up. */
export function partsOf(plan: Plan): EventParts {
  const { parts, shared } = begun(plan.shape);
  for (let slot = 0; slot < plan.variations.length; slot++) {
    variationAt(plan, slot)?.apply(parts, plan.parameters[slot] as number);
  }
  unshare(parts.fields, shared);
  agree(parts);
  return parts;
}

/** The parts of the sample; with fresh custom fields, without the domain's own. */
export function baseParts(shape: Shape): EventParts {
  const { parts, shared } = begun(shape);
  unshare(parts.fields, shared);
  return parts;
}

const templates = new WeakMap<Shape, EventParts>();

/** A copy of the sample's parts. Only the values of its fields are shared: a plan mostly replaces them all. */
function begun(shape: Shape): { parts: EventParts; shared: CaseFields | undefined } {
  let template = templates.get(shape);
  if (template === undefined) {
    template = templateOf(shape);
    templates.set(shape, template);
  }
  const parts = {
    ...template,
    user: copyOf(template.user),
    fields: template.fields === undefined ? undefined : { ...template.fields },
    changedFieldIds: [...template.changedFieldIds],
    clearedFieldIds: [],
    changedAttributes: [...template.changedAttributes],
    content: copyOf(template.content),
    additions: {},
  };
  return { parts, shared: template.fields };
}

/** Copies the values that are still those of the template: whoever gets an event may change it. */
function unshare(fields: CaseFields | undefined, shared: CaseFields | undefined): void {
  if (fields === undefined || shared === undefined) return;
  for (const id in shared) {
    if (fields[id] === shared[id]) fields[id] = { value: { ...(shared[id] as CaseFields[string]).value } };
  }
}

function copyOf<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)])) as Value;
}

function templateOf({ type, domain, itemType, dialect, fresh }: Shape): EventParts {
  const parts = sampleParts(type, domain, itemType, dialect);
  if (!fresh) return parts;
  if (parts.fields !== undefined) {
    for (const field of Object.values(domain.fields)) delete parts.fields[field.id];
  }
  if (parts.contentKey === 'custom' && parts.content !== undefined) {
    const fields = itemFieldsOf(domain, fresh);
    parts.content = { fields: fields.map((field) => ({ id: field.id, value: sampleValue(field, domain, dialect) })) };
  }
  return parts;
}

/** What an event says twice it says alike. */
export function agree(parts: EventParts): void {
  const { fields, clearedFieldIds } = parts;
  if (clearedFieldIds.length > 0) {
    parts.changedFieldIds = parts.changedFieldIds.filter((id) => !clearedFieldIds.includes(id));
  }
  if (fields === undefined) return;
  repeat(fields, 'case_id', () => parts.caseId);
  repeat(fields, 'created_datetime', () => new Date(parts.createdAt).toISOString());
  repeat(fields, 'last_updated_datetime', () => new Date(parts.changedAt).toISOString());
}

function repeat(fields: CaseFields, id: string, text: () => string): void {
  if (Object.hasOwn(fields, id)) fields[id] = { value: { stringValue: text() } };
}
