import type { EventPath } from '../../values/eventPath.ts';
import { didYouMean, listWords } from '../../values/invalidArgument.ts';
import { type JsonNode, type ObjectNode, type Place, writeNode } from '../json/jsonNode.ts';
import { refusePattern } from '../json/refusePattern.ts';
import { absence, type Condition } from '../operators/condition.ts';
import { compileLiteral } from '../operators/literal.ts';
import { operators } from '../operators/operators.ts';

/** A leaf of a pattern: what must hold at one path of an event. */
export interface Leaf {
  readonly path: EventPath;
  /** Its place in the pattern. */
  readonly place: Place;
  /** The list of conditions as JSON. */
  readonly text: string;
  /** The branches of `$or` around it, from the outermost, such as `detail.$or[0]`. */
  readonly branches: readonly string[];
  /** One of them suffices. */
  readonly conditions: readonly Condition[];
  /** Whether it is met if the path has no value. */
  readonly takesAbsence: boolean;
}

/** Compiles a leaf, or refuses what AWS refuses. */
export function compileLeaf(
  path: EventPath,
  node: Extract<JsonNode, { kind: 'list' }>,
  place: Place,
  branches: readonly string[],
): Leaf {
  if (node.items.length === 0) {
    refusePattern(place, node, {
      allowed: 'a list of at least one value or operator',
      fact: 'patternLeaves',
    });
  }
  const conditions = node.items.map((item, index) => compileItem(item, [...place, index]));
  return {
    path,
    place,
    text: writeNode(node),
    branches,
    conditions: conditions.filter((condition) => condition !== absence),
    takesAbsence: conditions.includes(absence),
  };
}

function compileItem(item: JsonNode, place: Place): Condition {
  if (item.kind === 'object') return compileOperator(item, place);
  if (item.kind !== 'list') return compileLiteral(item);
  return refusePattern(place, item, {
    allowed: 'a string, a number, true, false, null or an operator',
    fact: 'patternLeaves',
  });
}

function compileOperator(node: ObjectNode, place: Place): Condition {
  const [member] = node.members;
  const allowed = `one operator: ${listWords(operators.keys())}`;
  if (member === undefined) return refusePattern(place, node, { allowed });
  if (node.members.length > 1) {
    const todo = 'Write an object for each operator: one of them suffices. AWS has no "and" for one key';
    return refusePattern(place, node, { allowed, todo });
  }
  const operator = operators.get(member.name);
  if (operator !== undefined) return operator(member.value, [...place, member.name]);
  const todo =
    didYouMean(member.name, operators.keys()) ?? 'Objects in a list are operators: write nested keys outside it';
  return refusePattern(place, node, { allowed, because: `AWS knows no operator ${JSON.stringify(member.name)}`, todo });
}
