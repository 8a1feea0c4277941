import type { JsonNode, Place } from '../json/jsonNode.ts';
import { refusePattern } from '../json/refusePattern.ts';
import type { Condition } from './condition.ts';
import { testIgnoringCase } from './equalsIgnoreCase.ts';
import { requireNumber } from './numeric.ts';
import { requireWithin } from './operator.ts';
import { testPrefix } from './prefix.ts';
import { testSuffix } from './suffix.ts';
import { testWildcard } from './wildcard.ts';

/** `{ "anything-but": … }`: a string, a number, a list of one kind, or an operator on one string or several. */
export function anythingBut(operand: JsonNode, place: Place): Condition {
  if (operand.kind === 'object') return anyStringBut(operand, place);
  const items = operand.kind === 'list' ? operand.items : [operand];
  const kinds = new Set(items.map(({ kind }) => kind));
  if (kinds.size !== 1 || !(kinds.has('string') || kinds.has('number'))) {
    refusePattern(place, operand, {
      allowed: 'a string, a number, a list of strings, a list of numbers, or an object with one operator',
      fact: 'anythingButKinds',
    });
  }
  const isList = operand.kind === 'list';
  const excluded = new Set(
    items.map((item, index) =>
      item.kind === 'string' ? item.text : requireNumber(item, isList ? [...place, index] : place),
    ),
  );
  return admitOthers((value) => !excluded.has(value as string | number));
}

const tests = {
  prefix: testPrefix,
  suffix: testSuffix,
  'equals-ignore-case': testIgnoringCase,
  wildcard: testWildcard,
};

function anyStringBut(operand: JsonNode, place: Place): Condition {
  const [name, inner] = requireWithin(operand, place, Object.keys(tests));
  const within = [...place, name];
  const items = inner.kind === 'list' ? inner.items : [inner];
  const excluded = items.map((item, index) => {
    const at = inner.kind === 'list' ? [...within, index] : within;
    if (item.kind !== 'string') return refusePattern(at, item, { allowed: 'a string' });
    if (item.text === '' && (name === 'prefix' || name === 'suffix')) {
      return refusePattern(at, item, { allowed: 'at least one character', because: 'Every string has an empty one' });
    }
    return tests[name as keyof typeof tests](item.text, at);
  });
  if (excluded.length === 0) refusePattern(within, inner, { allowed: 'a string, or a list of at least one string' });
  return admitOthers((value) => typeof value !== 'string' || !excluded.some((isExcluded) => isExcluded(value)));
}

function admitOthers(admits: Condition['admits']): Condition {
  return { compares: 'values', examples: ['other', '1', 1, 0, true, false].filter(admits), admits };
}
