import { type Domain, type DomainField, listCustomFields, listIncludedFields } from '../../model/domain/domain.ts';
import type { CaseFields, FieldValue } from '../../model/event/casesEvent.ts';
import { type Dialect, getFieldMember } from '../../model/event/dialect.ts';
import { limits } from '../../model/facts/limits.ts';
import { countJsonBytes } from '../../model/values/json/countJsonBytes.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { resolveCeiling } from '../generation/options.ts';
import { makeTypicalValues, wrappers } from '../values/makeTypicalValues.ts';
import { type EventKind, resolveEventKind } from '../variations/eventKind.ts';

/** How the fields of a domain's cases may change. */
export interface FieldRules {
  /** The fields that events show, by id. */
  readonly shown: ReadonlyMap<string, DomainField>;
  /** The shown fields that people change as they like. The others follow from the commands. */
  readonly free: readonly DomainField[];
  /** The ids of fields that people change and events do not show. */
  readonly unseen: readonly string[];
  /** An ordinary value of a shown field. */
  valueOf(id: string, number: number): FieldValue;
  /** A text, wrapped in the member of a shown field. */
  wrap(id: string, text: string): FieldValue;
  /** How many bytes the fields of an event may take. */
  readonly room: number;
}

/** The rules of a domain's fields in a dialect. */
export function makeFieldRules(domain: Domain, dialect: Dialect): FieldRules {
  // The rules depend on the domain and the dialect: one event kind stands for both.
  return getFieldRules(resolveEventKind({ type: 'CASE.CREATED' }, domain, dialect));
}

const getFieldRules = oncePer(({ domain, dialect }: EventKind): FieldRules => {
  const fields = listIncludedFields(domain);
  const shown = new Map(fields.map((field) => [field.id, field]));
  const values = new Map(fields.map((field) => [field.id, makeTypicalValues(field, domain, dialect)]));
  const all = [...changedByPeople, ...listCustomFields(domain).map(({ id }) => id)];
  return {
    shown,
    free: fields.filter(isFree),
    unseen: all.filter((id) => !shown.has(id)),
    valueOf: (id, number) => (values.get(id) as (number: number) => FieldValue)(number),
    wrap: (id, text) => wrappers[getFieldMember((shown.get(id) as DomainField).type, dialect)](text),
    room: resolveCeiling(dialect) - BESIDE_FIELDS,
  };
});

/** An event needs fewer bytes beside its fields: for identifiers, ARNs and additions. */
const BESIDE_FIELDS = 10_000;

const changedByPeople = ['assigned_queue', 'assigned_user', 'case_reason', 'customer_id', 'summary', 'title'];

function isFree({ id, form }: DomainField): boolean {
  return !derived.has(id) && (form === undefined || form.endsWith('Arn'));
}

const derived: ReadonlySet<string> = new Set([
  'status',
  'created_by',
  'last_updated_user',
  'last_closed_datetime',
  'last_reopened_datetime',
  'next_sla_breach_datetime',
]);

/** The fields of a case that have a value now. */
export class CaseState {
  readonly #values = new Map<string, FieldValue>();
  readonly #room: number;
  #bytes = 0;

  constructor({ room }: FieldRules) {
    this.#room = room;
  }

  /** The bytes that the fields take at most in an event. */
  get bytes(): number {
    return this.#bytes;
  }

  has(id: string): boolean {
    return this.#values.has(id);
  }

  get(id: string): FieldValue | undefined {
    return this.#values.get(id);
  }

  /** Changes or clears a field. Returns false if the value is the same, or if the event has no room for it. */
  set(id: string, value: FieldValue | undefined): boolean {
    const before = this.#values.get(id);
    if (isSameValue(before, value)) return false;
    const bytes = this.#bytes + measureField(id, value) - measureField(id, before);
    if (value === undefined) this.#values.delete(id);
    else if (bytes > this.#room || (before === undefined && this.#values.size >= limits.includedFields)) return false;
    else this.#values.set(id, value);
    this.#bytes = bytes;
    return true;
  }

  /** A copy of the fields for one event, which its receiver may change. */
  toFields(): CaseFields {
    const fields: CaseFields = {};
    for (const [id, value] of this.#values) fields[id] = { value: { ...value } };
    return fields;
  }
}

/** Whether two values are alike: each has one member. */
export function isSameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  for (const member in one) {
    if (one[member as keyof FieldValue] !== other[member as keyof FieldValue]) return false;
  }
  return true;
}

/** The bytes of a field at most: `changedFieldIds` may repeat its id. */
function measureField(id: string, value: FieldValue | undefined): number {
  let bytes = 2 * countJsonBytes(id) + AROUND;
  for (const member in value) bytes += countJsonBytes(value[member as keyof FieldValue]);
  return value === undefined ? 0 : bytes;
}

const AROUND = '"":{"value":{"userArnValue":}},"",'.length;
