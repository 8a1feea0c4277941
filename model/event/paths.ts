import {
  customFields,
  type Domain,
  type DomainField,
  type FieldDefinitions,
  includedFields,
} from '../domain/domain.ts';
import type { EventType } from '../facts/eventTypes.ts';
import { isRelatedItemEventType } from '../facts/eventTypes.ts';
import { isSystemFieldId } from '../facts/fieldTypes.ts';
import type { RelatedItemType } from '../facts/relatedItemTypes.ts';
import { didYouMean, InvalidArgumentError } from '../values/invalidArgument.ts';
import { contentPaths } from './contentPaths.ts';

const envelopePaths = ['$.id', '$.time', '$.resources', '$.account', '$.region'] as const;

const detailPaths = [
  'version',
  'eventType',
  'approximateChangeTime',
  'performedBy',
  'performedBy.user',
  'performedBy.user.userArn',
  'performedBy.user.customEntity',
  'performedBy.iamPrincipalArn',
] as const;

const casePaths = ['changedFieldIds', 'case.caseId', 'case.templateId', 'case.createdDateTime'] as const;

const relatedItemPaths = [
  'changedAttributes',
  'relatedItem.relatedItemType',
  'relatedItem.relatedItemId',
  'relatedItem.caseId',
  'relatedItem.createdDateTime',
] as const;

type CommonPath = (typeof envelopePaths)[number] | (typeof detailPaths)[number];

/** A field as a path names it: the domain's own name, a system id, or the raw id of a field that is included. */
export type FieldKey<D> =
  D extends Domain<infer Fields, infer Included, boolean>
    ? Included | (Included extends keyof Fields ? Fields[Included]['id'] : never)
    : never;

/** Whether a domain includes the content of related items; `boolean` where its type does not say. */
export type ContentOf<D> = D extends Domain<FieldDefinitions, string, infer Content> ? Content : never;

/** No path: it makes a sentence a part of a union, whose name TypeScript prints with its arguments then. */
type Advised<Sentence extends string> = Sentence extends '' ? '' : never;

/**
 * A path of a case event, relative to `detail`, or after `$.` to the envelope:
 *
 * - `case.caseId`: the id of the case
 * - `case.fields.<name>`: one included field, by the name that the domain gives it, by a system field's id, or by a raw
 *   id; the path stops at the field
 * - `case.fields`: the whole map of fields
 * - `case.templateId`: the id of the template that the case was made from
 * - `case.createdDateTime`: when the case was created
 * - `changedFieldIds`: the ids of the fields that changed
 * - `eventType`: what happened, as AWS spells it
 * - `approximateChangeTime`: when it happened
 * - `version`: the version of the detail
 * - `performedBy`, `performedBy.user`, `performedBy.user.userArn`, `performedBy.user.customEntity`: who did it, absent at
 *   times; `performedBy.iamPrincipalArn`: with which IAM principal
 * - `$.id`, `$.time`, `$.resources`, `$.account`, `$.region`: the envelope
 */
export type CasePath<D = Domain> = PathOfCase<never, FieldKey<D>>;

/** A {@link CasePath}, by the fields that the domain includes: `tsc` names them, and no whole domain, with a sentence. */
export type PathOfCase<Sentence extends string, Field extends string> =
  | CommonPath
  | (typeof casePaths)[number]
  | ([Field] extends [never] ? never : 'case.fields' | `case.fields.${Field}`)
  | Advised<Sentence>;

/**
 * A path of every related-item event, relative to `detail`, or after `$.` to the envelope:
 *
 * - `relatedItem.relatedItemType`: what the item is, as AWS spells it
 * - `relatedItem.relatedItemId`: the id of the item
 * - `relatedItem.caseId`: the id of the case that it belongs to
 * - `relatedItem.createdDateTime`: when it was created
 * - `changedAttributes`: the attributes that changed
 * - `eventType`: what happened, as AWS spells it
 * - `approximateChangeTime`: when it happened
 * - `version`: the version of the detail
 * - `performedBy`, `performedBy.user`, `performedBy.user.userArn`, `performedBy.user.customEntity`: who did it, absent at
 *   times; `performedBy.iamPrincipalArn`: with which IAM principal
 * - `$.id`, `$.time`, `$.resources`, `$.account`, `$.region`: the envelope
 */
export type CommonItemPath = CommonPath | (typeof relatedItemPaths)[number];

/** A {@link CommonItemPath}, with the sentence that `tsc` prints. */
export type PathOfEveryItem<Sentence extends string> = CommonItemPath | Advised<Sentence>;

/**
 * A path of the events of one related item type: those of {@link CommonItemPath}, and, where the domain includes the
 * content of related items, those into the content, such as `relatedItem.comment.body`.
 */
export type ItemPath<Item extends RelatedItemType, D = Domain> = PathOfItem<never, Item, ContentOf<D>>;

/** An {@link ItemPath}, by whether the domain includes content, with the sentence that `tsc` prints. */
export type PathOfItem<Sentence extends string, Item extends RelatedItemType, Content extends boolean> =
  | CommonItemPath
  | (Content extends true ? (typeof contentPaths)[Item][number] : never)
  | Advised<Sentence>;

/** A path that is read: as it was written, as steps from the event's root, and the field it names. */
export interface Read {
  /** As the table writes it. */
  readonly path: string;
  /** Where it stands on the wire, step by step from the event's root. */
  readonly segments: readonly string[];
  /** The field that the path names. @internal */
  readonly field?: DomainField;
}

/** What a path is resolved against; without `itemType` only the paths common to all item types are allowed. */
export interface ReadScope {
  readonly eventType: EventType;
  readonly itemType?: RelatedItemType;
  readonly domain: Domain;
}

/**
 * Resolves a path to where it stands on the wire.
 * @throws InvalidArgumentError with the nearest allowed path, or why a field or content cannot be read
 */
export function resolveRead(argument: string, path: unknown, scope: ReadScope): Read {
  const allowed = listPaths(scope);
  if (typeof path === 'string') {
    if (path.startsWith('case.fields.') && !isRelatedItemEventType(scope.eventType))
      return resolveField(argument, path, scope);
    if (allowed.includes(path)) return { path, segments: splitPath(path) };
  }
  throw refusal(argument, path, allowed, reasonFor(path, scope));
}

function splitPath(path: string): readonly string[] {
  return path.startsWith('$.') ? path.slice(2).split('.') : ['detail', ...path.split('.')];
}

/** All paths that can be read in a scope, fields by the names that the domain gives them. */
function listPaths({ eventType, itemType, domain }: ReadScope): readonly string[] {
  if (isRelatedItemEventType(eventType)) {
    const content = itemType !== undefined && domain.includedData.relatedItemContent ? contentPaths[itemType] : [];
    return [...relatedItemPaths, ...content, ...detailPaths, ...envelopePaths];
  }
  const fields = includedFields(domain).map((field) => `case.fields.${field.name}`);
  return [...casePaths, ...(fields.length > 0 ? ['case.fields', ...fields] : []), ...detailPaths, ...envelopePaths];
}

function resolveField(argument: string, path: string, scope: ReadScope): Read {
  const key = path.slice('case.fields.'.length);
  const field = findField(includedFields(scope.domain), key);
  if (field !== undefined) return { path, segments: ['detail', 'case', 'fields', field.id], field };
  throw refusal(argument, path, listPaths(scope), reasonForField(key, scope.domain));
}

/** The field that is called so; a name goes before an id, which another field may have for its name. */
export function findField(fields: readonly DomainField[], key: string): DomainField | undefined {
  return fields.find(({ name }) => name === key) ?? fields.find(({ id }) => id === key);
}

function reasonForField(key: string, domain: Domain): string | undefined {
  const defined = findField(customFields(domain), key);
  if (defined !== undefined) {
    return `The domain defines ${defined.name} but does not include it in its events: add "${defined.name}" to includedData.fields (and to the event configuration in AWS)`;
  }
  const [first = ''] = key.split('.');
  if (includedFields(domain).some(({ name }) => name === first)) {
    return `A field path stops at the field: write "case.fields.${first}"`;
  }
  const names = includedFields(domain).map(({ name }) => name);
  if (first === '' || didYouMean(first, names) !== undefined) return undefined;
  return isSystemFieldId(first)
    ? `The domain does not include ${first} in its events: add "${first}" to includedData.fields (and to the event configuration in AWS)`
    : `The domain defines no field ${first}: add it to fields and to includedData.fields (and to the event configuration in AWS)`;
}

function reasonFor(path: unknown, { eventType, itemType, domain }: ReadScope): string | undefined {
  if (typeof path !== 'string') return undefined;
  if (path === 'case.fields') return 'The domain includes no fields in its events: list them in includedData.fields';
  if (!isRelatedItemEventType(eventType)) return undefined;
  const whole = path.startsWith('relatedItem.') ? path : `relatedItem.${path}`;
  const ofType = Object.entries(contentPaths).find(([, paths]) => (paths as readonly string[]).includes(whole))?.[0];
  const isIncluded = domain.includedData.relatedItemContent;
  if (ofType === undefined || (isIncluded && ofType === itemType)) return undefined;
  if (!isIncluded) {
    return 'The domain does not include the content of related items: set includedData.relatedItemContent';
  }
  if (itemType === undefined) {
    return `It exists only in events of type ${ofType}: make the row a table, { ${ofType}: ["${whole}"], otherwise: ignored }`;
  }
  return `It belongs to the related item type ${ofType}, not ${itemType}`;
}

/** Who leaves out the beginning of a path is told the whole one, if there is one alone. */
function takeWhole(path: unknown, allowed: readonly string[]): string | undefined {
  const [whole, other] = allowed.filter((one) => one.endsWith(`.${path}`));
  return whole === undefined || other !== undefined ? undefined : `Did you mean "${whole}"?`;
}

/** Who writes a path from the event's root, as it stands on the wire, is told how it is written here. */
function relativeTo(path: unknown, allowed: readonly string[]): string | undefined {
  if (typeof path !== 'string') return undefined;
  const [, relative = ''] = /^(?:\$\.)?(?:event\.)?detail\.(.+)$/.exec(path) ?? [];
  if (allowed.includes(relative)) return `Paths are relative to detail: write "${relative}"`;
  const ofEnvelope = `$.${path.replace(/^event\./, '')}`;
  return allowed.includes(ofEnvelope) ? `Paths of the envelope begin with $.: write "${ofEnvelope}"` : undefined;
}

function refusal(
  argument: string,
  received: unknown,
  allowed: readonly string[],
  because?: string,
): InvalidArgumentError {
  const suggestion =
    because === undefined
      ? (relativeTo(received, allowed) ?? takeWhole(received, allowed) ?? didYouMean(received, allowed))
      : undefined;
  return new InvalidArgumentError({
    argument,
    received,
    allowed: allowed.map((path) => `"${path}"`).join(', '),
    ...(because === undefined ? {} : { because }),
    ...(suggestion === undefined ? {} : { todo: suggestion }),
  });
}

/** The value at some steps, or undefined where a step is missing. */
export function valueAt(event: unknown, segments: readonly string[]): unknown {
  let value = event;
  for (const segment of segments) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<string, unknown>)[segment];
  }
  return value;
}
