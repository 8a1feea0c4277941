import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';
import { joinText } from '../values/joinText.ts';
import { isList, Reference, type Resolved, Unresolved } from '../values/resolved.ts';
import { settle } from '../values/settle.ts';
import { findInMap } from './findInMap.ts';
import type { Scope } from './scope.ts';
import { substitute } from './substitute.ts';

/** Evaluates an intrinsic function of CloudFormation. */
type Intrinsic = (operand: unknown, scope: Scope) => Resolved;

/** Every intrinsic function that is evaluated, by its name. */
const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (operand, scope) => scope.refer(String(operand)),
  'Fn::GetAtt': getAttribute,
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::If': choose,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::FindInMap': findInMap,
  'Fn::ImportValue': importValue,
  'Fn::ToJsonString': writeJson,
};

/** The intrinsic function that an object calls, if it is one. */
export function findIntrinsic(node: object): { readonly name: string; readonly evaluate: Intrinsic } | undefined {
  const [name, ...others] = Object.keys(node);
  if (name === undefined || others.length > 0) return undefined;
  if (Object.hasOwn(intrinsics, name)) return { name, evaluate: intrinsics[name] as Intrinsic };
  return name.startsWith('Fn::') ? { name, evaluate: () => refuse(name, `${name} is not evaluated here`) } : undefined;
}

function refuse(name: string, because: string): Unresolved {
  return new Unresolved(`\${${name}}`, [name], because);
}

function getAttribute(operand: unknown, scope: Scope): Resolved {
  const [resource, ...attribute] = Array.isArray(operand) ? operand : String(operand).split('.');
  return scope.readAttribute(String(resource), attribute.map((part) => String(scope.resolve(part))).join('.'));
}

function join(operand: unknown, scope: Scope): Resolved {
  const [delimiter, items] = Array.isArray(operand) ? operand : [];
  const list = scope.resolve(items);
  if (!isList(list)) return list instanceof Unresolved ? list : refuse('Fn::Join', 'Fn::Join has no list');
  return joinText(list.flatMap((item, place) => (place === 0 ? [item] : [String(delimiter), item])));
}

/** With an undecided condition the value is known all the same, if both branches are equal. */
function choose(operand: unknown, scope: Scope): Resolved {
  const [condition, positive, negative] = Array.isArray(operand) ? operand : [];
  const decided = scope.decide({ Condition: condition });
  if (typeof decided === 'boolean') return scope.resolve(decided ? positive : negative);
  const [one, other] = [scope.resolve(positive), scope.resolve(negative)];
  return isDeepStrictEqual(one, other) ? one : refuse(String(condition), decided);
}

function select(operand: unknown, scope: Scope): Resolved {
  const [index, items] = Array.isArray(operand) ? operand : [];
  const [place, list] = [scope.resolve(index), scope.resolve(items)];
  if (list instanceof Unresolved || list instanceof Reference) return list;
  if (place instanceof Unresolved || place instanceof Reference) return place;
  const item = isList(list) ? list[Number(place)] : undefined;
  return item === undefined ? refuse('Fn::Select', `Fn::Select finds no item ${String(place)}`) : item;
}

/** The parts of a known text. Of an ARN that is known in part, `Fn::Select` finds the part all the same. */
function split(operand: unknown, scope: Scope): Resolved {
  const [delimiter, source] = Array.isArray(operand) ? operand : [];
  const text = scope.resolve(source);
  if (text instanceof Reference)
    return new Unresolved(text.text, [text.name], `${text.name} is known only after deployment`);
  return typeof text === 'string' ? text.split(String(delimiter)) : text;
}

function importValue(operand: unknown, scope: Scope): Resolved {
  const name = scope.resolve(operand);
  if (name instanceof Unresolved || name instanceof Reference) {
    const names = name instanceof Unresolved ? name.names : [name.name];
    return (
      scope.resolveExport(name.text) ??
      new Unresolved(`\${${name.text.replace(/[${}]/g, '')}}`, names, 'Another stack exports it')
    );
  }
  return (
    scope.getGiven(String(name)) ??
    scope.resolveExport(String(name)) ??
    refuse(String(name), `Another stack exports ${String(name)}`)
  );
}

function writeJson(operand: unknown, scope: Scope): Resolved {
  const value = settle(scope.resolve(operand));
  return value instanceof Unresolved ? value : JSON.stringify(value);
}
