import { type EventPath, formatPath } from '../../values/eventPath.ts';
import { InvalidArgumentError } from '../../values/invalidArgument.ts';
import type { JsonMember, JsonNode, ObjectNode, Place } from '../json/jsonNode.ts';
import { refusePattern } from '../json/refusePattern.ts';
import { reservedWithinOr } from '../operators/operators.ts';
import { compileLeaf, type Leaf } from './leaf.ts';

/** What a pattern consists of, in its order: leaves, and choices between branches of `$or`. */
export type Clause = { readonly leaf: Leaf } | { readonly choices: readonly (readonly Clause[])[] };

/**
 * The clauses of a pattern. AWS reads it twice: if `$or` as an operator makes it invalid, `$or` is an ordinary key.
 * @throws InvalidArgumentError as the first reading says it, because that is how people mean `$or`
 */
export function compileClauses(root: JsonNode): readonly Clause[] {
  if (root.kind !== 'object') {
    return refusePattern([], root, { allowed: 'an object', fact: 'patternLeaves' });
  }
  try {
    return readObject(root, { path: [], place: [], branches: [], hasOr: true });
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    try {
      return readObject(root, { path: [], place: [], branches: [], hasOr: false });
    } catch {
      throw error;
    }
  }
}

interface Context {
  readonly path: EventPath;
  readonly place: Place;
  readonly branches: readonly string[];
  /** Whether `$or` is the operator. */
  readonly hasOr: boolean;
}

function readObject(node: ObjectNode, context: Context): Clause[] {
  if (node.members.length === 0) {
    refusePattern(context.place, node, { allowed: 'at least one key', fact: 'patternLeaves' });
  }
  return node.members.flatMap((member) => readMember(member, context));
}

function readMember({ name, value }: JsonMember, context: Context): Clause[] {
  const place = [...context.place, name];
  if (context.hasOr && name === '$or') return [readOr(value, { ...context, place })];
  if (context.branches.length > 0 && reservedWithinOr.has(name)) {
    refusePattern(place, value, {
      allowed: 'a key of the event',
      because: `Within $or the word ${JSON.stringify(name)} is reserved for operators`,
      todo: 'Each branch of $or names the key that it looks at: { "$or": [{ "key": [{ "prefix": "a" }] }, …] }',
    });
  }
  const path = [...context.path, ...name.split('.')];
  if (value.kind === 'object') return readObject(value, { ...context, path, place });
  if (value.kind === 'list') return [{ leaf: compileLeaf(path, value, place, context.branches) }];
  return refusePattern(place, value, {
    allowed: 'a list or an object',
    fact: 'patternLeaves',
    todo: 'Write the value in a list',
  });
}

function readOr(node: JsonNode, context: Context): Clause {
  const items = node.kind === 'list' ? node.items : [];
  if (items.length < 2) {
    refusePattern(context.place, node, { allowed: 'a list of at least two objects', fact: 'patternOr' });
  }
  return {
    choices: items.map((item, index) => {
      const place = [...context.place, index];
      if (item.kind !== 'object') {
        return refusePattern(place, item, { allowed: 'an object', fact: 'patternOr' });
      }
      return readObject(item, { ...context, place, branches: [...context.branches, formatPath(place)] });
    }),
  };
}
