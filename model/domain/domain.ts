import {
  type FieldType,
  fieldTypes,
  isSystemFieldId,
  type SystemField,
  type SystemFieldId,
  systemFieldIds,
  systemFields,
} from '../facts/fieldTypes.ts';
import { limits } from '../facts/limits.ts';
import { otherPartitions } from '../facts/regions.ts';
import { makeRelatedItemArn } from '../values/arns.ts';
import { copyPlainly } from '../values/copyPlainly.ts';
import { deepFreeze } from '../values/deepFreeze.ts';
import { InvalidArgumentError, isObjectOfKeys, requireKnownKeys, requireOneOf } from '../values/invalidArgument.ts';
import { accountPattern, regionPattern } from '../values/patterns.ts';
import { measureLength } from '../values/text.ts';

/** A custom field: its id from AWS, its type, and for a SingleSelect the option values known today. */
export interface FieldDefinition {
  /** The id that AWS gave the field (ListFields shows it). Events carry the field under this id. */
  readonly id: string;
  /** The type of the field: it decides which member holds a value. */
  readonly type: FieldType;
  /** The option values known today, each once, for a SingleSelect only. Tests also play values beyond these. */
  readonly options?: readonly string[];
}

/** Custom fields by the names that the consumer chose. */
export type FieldDefinitions = Readonly<Record<string, FieldDefinition>>;

/**
 * A customer's Cases domain as its events show it. `includedData` mirrors PutCaseEventConfiguration
 * (https://docs.aws.amazon.com/connect/latest/APIReference/API_connect-cases_PutCaseEventConfiguration.html).
 */
export interface Domain<
  Fields extends FieldDefinitions = FieldDefinitions,
  Included extends string = string,
  Content extends boolean = boolean,
> {
  /** The AWS Region of the domain, such as `us-east-1`. */
  readonly region: string;
  /** The AWS account of the domain: 12 digits. */
  readonly accountId: string;
  /** The id of the domain. */
  readonly domainId: string;
  /** The custom fields by the names that the consumer chose. */
  readonly fields: Fields;
  /** The ids of the domain's case templates. */
  readonly templates: readonly string[];
  /** What the event stream is configured to include. */
  readonly includedData: {
    /** The fields that case events carry, by name. */
    readonly fields: readonly Included[];
    /** Whether related-item events carry the content of the item. */
    readonly relatedItemContent: Content;
  };
}

/** The argument of {@link defineDomain}. */
export interface DomainDefinition<Fields extends FieldDefinitions, Included extends string, Content extends boolean> {
  /** The AWS Region of the domain, such as `us-east-1`. */
  readonly region: string;
  /** The AWS account of the domain: 12 digits. */
  readonly accountId: string;
  /** The id of the domain. */
  readonly domainId: string;
  /** The custom fields under names of your own: identifiers that differ from system field ids. */
  readonly fields?: Fields;
  /** The ids of the domain's case templates. */
  readonly templates?: readonly string[];
  /** What the event stream is configured to include. Without it, events carry metadata only. */
  readonly includedData?: {
    /** The fields that case events carry: names from `fields`, and ids of system fields such as `status`. */
    readonly fields?: readonly Included[];
    /** Whether related-item events carry the content of the item; default false. */
    readonly relatedItemContent?: Content;
  };
}

/** A field that the events of a domain may carry, system or custom, with its type and limits. */
export interface DomainField extends SystemField {
  readonly name: string;
  readonly id: string;
}

const checked = new WeakSet<object>();

/**
 * Defines a Cases domain. It keeps literal types, so editors complete custom fields under their own names. Without
 * `includedData` events carry metadata only, as AWS sends them.
 * @throws InvalidArgumentError with the property, the received value and the allowed ones
 */
export function defineDomain<
  const Fields extends FieldDefinitions = Record<never, FieldDefinition>,
  const Included extends (keyof Fields & string) | SystemFieldId = never,
  const Content extends boolean = false,
>(definition: DomainDefinition<Fields, Included, Content>): Domain<Fields, Included, Content> {
  requireKnownKeys('the domain', definition, [
    'region',
    'accountId',
    'domainId',
    'fields',
    'templates',
    'includedData',
  ]);
  const { region, accountId, domainId, fields = {} as Fields, templates = [], includedData = {} } = definition;
  requirePattern('region', region, regionPattern, 'an AWS Region such as "us-east-1"');
  requirePartition(region);
  requirePattern('accountId', accountId, accountPattern, 'the 12 digits of an AWS account', {
    ...(typeof accountId === 'number' ? { todo: 'Write it in quotes: a number loses the zeros at its beginning' } : {}),
  });
  requireDomainId({ region, accountId }, domainId);
  requireFields(fields);
  requireTemplates(templates);
  requireIncludedData(includedData, fields);
  const domain = copyPlainly({
    region,
    accountId,
    domainId,
    fields,
    templates,
    includedData: { fields: includedData.fields ?? [], relatedItemContent: includedData.relatedItemContent ?? false },
  }) as Domain<Fields, Included, Content>;
  return markAsChecked(domain as Domain) as typeof domain;
}

/**
 * Marks a complete, correct definition as checked: checking it takes half a millisecond per import. A test checks it.
 */
export function markAsChecked<Known extends Domain>(domain: Known): Known {
  checked.add(domain);
  return deepFreeze(domain);
}

/** Returns a domain from {@link defineDomain} unchanged, and checks any other value. */
export function requireDomain(value: unknown): Domain {
  return typeof value === 'object' && value !== null && checked.has(value)
    ? (value as Domain)
    : (defineDomain(value as DomainDefinition<FieldDefinitions, never, boolean>) as Domain);
}

const included = new WeakMap<Domain, readonly DomainField[]>();

/** The fields that the domain's event configuration includes, system and custom, in its order. */
export function listIncludedFields(domain: Domain): readonly DomainField[] {
  let fields = included.get(domain);
  if (fields === undefined) {
    fields = domain.includedData.fields.map((name) => getDomainField(domain, name));
    included.set(domain, fields);
  }
  return fields;
}

/** The custom fields that the domain defines, included or not. */
export function listCustomFields(domain: Domain): readonly DomainField[] {
  return Object.keys(domain.fields).map((name) => getDomainField(domain, name));
}

function getDomainField(domain: Domain, name: string): DomainField {
  if (isSystemFieldId(name)) return { name, id: name, ...systemFields[name] };
  return { name, ...(domain.fields[name] as FieldDefinition) };
}

function requirePattern(
  argument: string,
  received: unknown,
  pattern: RegExp,
  allowed: string,
  advice: { readonly todo?: string } = {},
): void {
  if (typeof received === 'string' && pattern.test(received)) return;
  throw new InvalidArgumentError({ argument, received, allowed, ...advice });
}

function requirePartition(region: string): void {
  if (!otherPartitions.test(region)) return;
  throw new InvalidArgumentError({
    argument: 'region',
    received: region,
    allowed: 'a Region of the partition aws',
    because: 'Amazon Connect Cases exists in that partition only, not in China, GovCloud or isolated Regions',
  });
}

function requireDomainId({ region, accountId }: { region: string; accountId: string }, domainId: unknown): void {
  const [, ofArn] = /^arn:[^:]*:cases:[^:]*:[^:]*:domain\/([^/]+)/.exec(String(domainId)) ?? [];
  if (ofArn !== undefined) {
    throw new InvalidArgumentError({
      argument: 'domainId',
      received: domainId,
      allowed: 'the id at the end of the ARN of the domain',
      todo: `Write domainId: "${ofArn}"`,
    });
  }
  requirePattern(
    'domainId',
    domainId,
    /^[^\s/:*?\p{Cc}\p{Cs}\p{Zs}]+$/u,
    'a domain id without blanks, "/", ":", "*", "?", control characters and lone surrogates, because it stands in ARNs',
  );
  const uuid = '00000000-0000-0000-0000-000000000000';
  const room = limits.identifier - measureLength(makeRelatedItemArn({ region, accountId, domainId: '' }, uuid, uuid));
  if (measureLength(domainId as string) > room) {
    throw new InvalidArgumentError({
      argument: 'domainId',
      received: domainId,
      allowed: `at most ${room} characters, so that the ARNs of its related items have at most ${limits.identifier}`,
    });
  }
}

function requireFields(fields: unknown): void {
  if (!isObjectOfKeys(fields)) {
    throw new InvalidArgumentError({
      argument: 'fields',
      received: fields,
      allowed: 'an object of { id, type, options? } by name',
    });
  }
  const names = new Map<string, string>();
  for (const [name, field] of Object.entries(fields)) {
    requireFieldName(name);
    requireField(`fields.${name}`, field);
    const other = names.get(field.id);
    if (other !== undefined) {
      throw new InvalidArgumentError({
        argument: `fields.${name}.id`,
        received: field.id,
        allowed: 'a different id for each field',
        because: `fields.${other} has the same id`,
        todo: 'Copy each id from ListFields',
      });
    }
    names.set(field.id, name);
  }
}

function requireFieldName(name: string): void {
  if (!/^[A-Za-z_$][\w$]*$/.test(name) || name === '__proto__') {
    throw new InvalidArgumentError({
      argument: 'a name in fields',
      received: name,
      allowed: 'identifiers such as "refundAmount"',
    });
  }
  if (isSystemFieldId(name)) {
    throw new InvalidArgumentError({
      argument: 'a name in fields',
      received: name,
      allowed: 'a name that is not a system field id',
      because: 'System fields need no definition',
      todo: `Leave it out of fields, and list "${name}" in includedData.fields`,
    });
  }
}

function requireField(where: string, field: unknown): asserts field is FieldDefinition {
  requireKnownKeys(where, field, ['id', 'type', 'options']);
  const { id, type, options } = field as { id: unknown; type: unknown; options?: unknown };
  const odd = typeof id !== 'string' || id === '' || id === '__proto__' || isSystemFieldId(id) || isUnwritable(id);
  if (odd || measureLength(id) > limits.identifier) {
    throw new InvalidArgumentError({
      argument: `${where}.id`,
      received: id,
      allowed: `the id of a custom field, 1 to ${limits.identifier} characters without lone surrogates; not a system field id, __proto__ or a name that begins with pact:`,
    });
  }
  requireOneOf(`${where}.type`, type, fieldTypes);
  if (options !== undefined) requireOptions(`${where}.options`, type as FieldType, options);
}

/** Whether a pact cannot hold a text as a name: Pact drops keys with this prefix and rewrites lone surrogates. */
function isUnwritable(name: string): boolean {
  return name.startsWith('pact:') || /\p{Cs}/u.test(name);
}

/** Whether AWS can send a text of at most this many characters: its JSON has no lone surrogates. */
function isWithin(text: string, most: number): boolean {
  return measureLength(text) <= most && !/\p{Cs}/u.test(text);
}

function requireOptions(where: string, type: FieldType, options: unknown): void {
  if (type !== 'SingleSelect') {
    throw new InvalidArgumentError({
      argument: where,
      received: options,
      allowed: `nothing for a field of type ${type}; only SingleSelect has options`,
    });
  }
  const fits = (option: unknown): boolean =>
    typeof option === 'string' && /\S/.test(option) && isWithin(option, limits.optionValue);
  if (!Array.isArray(options) || options.length === 0 || options.length > limits.options || !options.every(fits)) {
    throw new InvalidArgumentError({
      argument: where,
      received: options,
      allowed: `1 to ${limits.options} option values of 1 to ${limits.optionValue} characters without lone surrogates, not blank`,
    });
  }
  const repeated = options.findIndex((option, place) => options.indexOf(option) < place);
  if (repeated >= 0) {
    throw new InvalidArgumentError({
      argument: `${where}[${repeated}]`,
      received: options[repeated],
      allowed: 'a different value for each option',
      because: `${where}[${options.indexOf(options[repeated])}] has the same value`,
      todo: 'Copy each value from ListFieldOptions',
    });
  }
}

function requireTemplates(templates: unknown): void {
  const fits = (id: unknown): boolean => typeof id === 'string' && id !== '' && isWithin(id, limits.identifier);
  if (!Array.isArray(templates) || !templates.every(fits)) {
    throw new InvalidArgumentError({
      argument: 'templates',
      received: templates,
      allowed: `template ids of 1 to ${limits.identifier} characters without lone surrogates`,
    });
  }
}

function requireIncludedData(includedData: unknown, fields: FieldDefinitions): void {
  requireKnownKeys('includedData', includedData, ['fields', 'relatedItemContent']);
  const { fields: names = [], relatedItemContent = false } = includedData as {
    fields?: unknown;
    relatedItemContent?: unknown;
  };
  if (typeof relatedItemContent !== 'boolean') {
    throw new InvalidArgumentError({
      argument: 'includedData.relatedItemContent',
      received: relatedItemContent,
      allowed: 'true or false',
    });
  }
  if (!Array.isArray(names) || names.length > limits.includedFields || new Set(names).size < names.length) {
    throw new InvalidArgumentError({
      argument: 'includedData.fields',
      received: names,
      allowed: `up to ${limits.includedFields} different names of fields`,
    });
  }
  const known = [...Object.keys(fields), ...systemFieldIds];
  for (const [index, name] of names.entries()) {
    const argument = `includedData.fields[${index}]`;
    const ofId = known.includes(name) ? undefined : Object.keys(fields).find((known) => fields[known]?.id === name);
    if (ofId !== undefined) {
      const because = `It is the id of ${ofId}`;
      const todo = `Write its name, "${ofId}"`;
      throw new InvalidArgumentError({ argument, received: name, allowed: 'names of fields', because, todo });
    }
    requireOneOf(argument, name, known);
  }
}
