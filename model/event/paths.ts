import {
  type Domain,
  type DomainField,
  type FieldDefinitions,
  listCustomFields,
  listIncludedFields,
} from '../domain/domain.ts';
import type { EventType } from '../facts/eventTypes.ts';
import { isRelatedItemEventType } from '../facts/eventTypes.ts';
import { isSystemFieldId } from '../facts/fieldTypes.ts';
import type { RelatedItemType } from '../facts/relatedItemTypes.ts';
import type { EventPath } from '../values/eventPath.ts';
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

/** A field in a path: the domain's name for it, a system id, or the raw id of an included field. */
export type FieldKey<D> =
  D extends Domain<infer Fields, infer Included, boolean>
    ? Included | (Included extends keyof Fields ? Fields[Included]['id'] : never)
    : never;

/** Whether a domain includes the content of related items; `boolean` if its type leaves this open. */
export type ContentOf<D> = D extends Domain<FieldDefinitions, string, infer Content> ? Content : never;

/** Evaluates to never. It puts a sentence into a union, and TypeScript then prints that sentence in its error. */
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

/** A {@link CasePath} over field names: `tsc` then prints the fields and a sentence instead of the whole domain. */
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

/** A {@link CommonItemPath} with the sentence that `tsc` prints. */
export type PathOfEveryItem<Sentence extends string> = CommonItemPath | Advised<Sentence>;

/**
 * A path of the events of one related item type. It is a {@link CommonItemPath}, or, if the domain includes
 * related-item content, a path into it such as `relatedItem.comment.body`.
 */
export type ItemPath<Item extends RelatedItemType, D = Domain> = PathOfItem<never, Item, ContentOf<D>>;

/** An {@link ItemPath}, by whether the domain includes content, with the sentence that `tsc` prints. */
export type PathOfItem<Sentence extends string, Item extends RelatedItemType, Content extends boolean> =
  | CommonItemPath
  | (Content extends true ? (typeof contentPaths)[Item][number] : never)
  | Advised<Sentence>;

/** A path that a contract reads: its text, its segments from the event's root, and its field. */
export interface Read {
  /** The text of the path in the table. */
  readonly path: string;
  /** The segments of its place on the wire, from the event's root. */
  readonly segments: EventPath;
  /** The field that the path names. @internal */
  readonly field?: DomainField;
}

/** The scope in which paths resolve. Without `itemType` it allows only the paths common to all item types. */
export interface ReadScope {
  readonly eventType: EventType;
  readonly itemType?: RelatedItemType;
  readonly domain: Domain;
}

/**
 * Resolves a path to its place on the wire.
 * @throws InvalidArgumentError with the nearest allowed path, or the reason why a field or content cannot be read
 */
export function resolveRead(argument: string, path: unknown, scope: ReadScope): Read {
  const allowed = listPaths(scope);
  if (typeof path === 'string') {
    if (path.startsWith('case.fields.') && !isRelatedItemEventType(scope.eventType))
      return resolveField(argument, path, scope);
    if (allowed.includes(path)) return { path, segments: splitPath(path) };
  }
  throw refuseRead(argument, path, allowed, explainRefusal(path, scope));
}

function splitPath(path: string): EventPath {
  return path.startsWith('$.') ? path.slice(2).split('.') : ['detail', ...path.split('.')];
}

/** All readable paths of a scope, with fields under the domain's names. */
function listPaths({ eventType, itemType, domain }: ReadScope): readonly string[] {
  if (isRelatedItemEventType(eventType)) {
    const content = itemType !== undefined && domain.includedData.relatedItemContent ? contentPaths[itemType] : [];
    return [...relatedItemPaths, ...content, ...detailPaths, ...envelopePaths];
  }
  const fields = listIncludedFields(domain).map((field) => `case.fields.${field.name}`);
  return [...casePaths, ...(fields.length > 0 ? ['case.fields', ...fields] : []), ...detailPaths, ...envelopePaths];
}

/** Every path that a scope allows, with fields under the domain's names. */
export function listReadablePaths(scope: ReadScope): readonly Read[] {
  return listPaths(scope).map((path) => resolveRead('path', path, scope));
}

function resolveField(argument: string, path: string, scope: ReadScope): Read {
  const key = path.slice('case.fields.'.length);
  const field = findField(listIncludedFields(scope.domain), key);
  if (field !== undefined) return { path, segments: ['detail', 'case', 'fields', field.id], field };
  throw refuseRead(argument, path, listPaths(scope), explainRefusedField(key, scope.domain));
}

/** Finds a field by name or id. Names win, because a field's name may equal the id of another. */
export function findField(fields: readonly DomainField[], key: string): DomainField | undefined {
  return fields.find(({ name }) => name === key) ?? fields.find(({ id }) => id === key);
}

function explainRefusedField(key: string, domain: Domain): string | undefined {
  const defined = findField(listCustomFields(domain), key);
  if (defined !== undefined) {
    return `The domain defines ${defined.name} but does not include it in its events: add "${defined.name}" to includedData.fields (and to the event configuration in AWS)`;
  }
  const [first = ''] = key.split('.');
  if (listIncludedFields(domain).some(({ name }) => name === first)) {
    return `A field path stops at the field: write "case.fields.${first}"`;
  }
  const names = listIncludedFields(domain).map(({ name }) => name);
  if (first === '' || didYouMean(first, names) !== undefined) return undefined;
  return isSystemFieldId(first)
    ? `The domain does not include ${first} in its events: add "${first}" to includedData.fields (and to the event configuration in AWS)`
    : `The domain defines no field ${first}: add it to fields and to includedData.fields (and to the event configuration in AWS)`;
}

function explainRefusal(path: unknown, { eventType, itemType, domain }: ReadScope): string | undefined {
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

/** Suggests the full path for a path without its beginning, if exactly one fits. */
function takeWhole(path: unknown, allowed: readonly string[]): string | undefined {
  const [whole, other] = allowed.filter((one) => one.endsWith(`.${path}`));
  return whole === undefined || other !== undefined ? undefined : `Did you mean "${whole}"?`;
}

/** Suggests the relative path for a path written from the event's root. */
function suggestRelative(path: unknown, allowed: readonly string[]): string | undefined {
  if (typeof path !== 'string') return undefined;
  const [, relative = ''] = /^(?:\$\.)?(?:event\.)?detail\.(.+)$/.exec(path) ?? [];
  if (allowed.includes(relative)) return `Paths are relative to detail: write "${relative}"`;
  const ofEnvelope = `$.${path.replace(/^event\./, '')}`;
  return allowed.includes(ofEnvelope) ? `Paths of the envelope begin with $.: write "${ofEnvelope}"` : undefined;
}

/** Suggests the path of a field for one written as a member of the case, as in `case.status`. */
function suggestBelowFields(path: unknown, allowed: readonly string[]): string | undefined {
  const whole = String(path).replace(/^case\./, 'case.fields.');
  return allowed.includes(whole) ? `Fields are below case.fields: write "${whole}"` : undefined;
}

function refuseRead(
  argument: string,
  received: unknown,
  allowed: readonly string[],
  because?: string,
): InvalidArgumentError {
  const suggestion =
    because === undefined
      ? (suggestRelative(received, allowed) ??
        suggestBelowFields(received, allowed) ??
        takeWhole(received, allowed) ??
        didYouMean(received, allowed))
      : undefined;
  return new InvalidArgumentError({
    argument,
    received,
    allowed: allowed.map((path) => `"${path}"`).join(', '),
    ...(because === undefined ? {} : { because }),
    ...(suggestion === undefined ? {} : { todo: suggestion }),
  });
}
