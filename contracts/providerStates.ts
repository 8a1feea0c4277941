import { contentPaths, optionalContentMembers } from '../model/event/contentPaths.ts';
import { defaultDialect, getFieldMember } from '../model/event/dialect.ts';
import type { Read } from '../model/event/paths.ts';

/** A provider state of an interaction; `params` is empty for a state without parameters. */
export interface ProviderState {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Every provider state of a pact with `aws.cases`, by its name there. Each guarantees one thing that a read needs and
 * AWS may leave out.
 */
export const providerStates = {
  /** `{ fieldId, member }`: `case.fields` has this field, with its value in this member. */
  field: 'a case field has a value',
  /** No parameters: `case.fields` has at least one field. */
  anyField: 'at least one case field has a value',
  /** `{ type }`: the related item is of this type, and its content is included. */
  content: 'the content of the related item is included',
  /** `{ type, path }`: the content has the optional member at this path (relative to `detail`). */
  optionalMember: 'the content of the related item has an optional member',
  /** No parameters: `performedBy.user` is present, of any kind. */
  user: 'a user made the change',
  /** `{ kind }`, `userArn` or `customEntity`: `performedBy.user` is present and of this kind. */
  userKind: 'a user of one kind made the change',
} as const;

/** The kinds of user (UserUnion of the Cases API); an event has at most one. */
export const userKinds = ['userArn', 'customEntity'] as const;

/** A kind of user. */
export type UserKind = (typeof userKinds)[number];

/** The states that an interaction's reads need, without duplicates and in an order independent of the table's. */
export function listProviderStates(reads: readonly Read[]): readonly ProviderState[] {
  const states = new Map(
    reads.flatMap((read) => listStates(read, reads)).map((state) => [JSON.stringify(state), state]),
  );
  return [...states.keys()].sort().map((key) => states.get(key) as ProviderState);
}

function listStates(read: Read, reads: readonly Read[]): readonly ProviderState[] {
  if (read.field !== undefined) {
    const { id, type } = read.field;
    return [{ name: providerStates.field, params: { fieldId: id, member: getFieldMember(type, defaultDialect) } }];
  }
  switch (read.path) {
    case 'case.fields':
      return reads.some(({ field }) => field !== undefined) ? [] : [{ name: providerStates.anyField, params: {} }];
    case 'performedBy.user':
      return [{ name: providerStates.user, params: {} }];
    default:
      return [...listKindStates(read.path), ...listContentStates(read.path)];
  }
}

function listKindStates(path: string): readonly ProviderState[] {
  const kind = findUserKind(path);
  return kind === undefined ? [] : [{ name: providerStates.userKind, params: { kind } }];
}

/** The kind of user in a path, or undefined. */
export function findUserKind(path: string): UserKind | undefined {
  return userKinds.find((kind) => path === `performedBy.user.${kind}`);
}

function listContentStates(path: string): readonly ProviderState[] {
  const type = Object.entries(contentPaths).find(([, paths]) => (paths as readonly string[]).includes(path))?.[0];
  if (type === undefined) return [];
  const content = { name: providerStates.content, params: { type } };
  if (!Object.hasOwn(optionalContentMembers, path)) return [content];
  return [content, { name: providerStates.optionalMember, params: { type, path } }];
}
