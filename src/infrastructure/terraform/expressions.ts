import { isMembers, type Members } from '../../../model/values/members.ts';
import { Reference, type Resolved, Unresolved } from '../values/resolved.ts';
import type { Given } from './given.ts';
import { type Expression, isExpression, type TerraformPlan } from './plan.ts';
import { type OpenModule, openCalled, type PlannedResource } from './planModules.ts';

/** Where an expression stands. */
export interface Spot {
  readonly module: OpenModule;
  /** The argument in words, by which `options.parameters` takes its value. */
  readonly place: string;
  /** The key of the instance, as its address writes it: `"eu"` or `0`. */
  readonly key?: string | undefined;
  /** The resource over whose instances `for_each` goes. */
  readonly each?: string | undefined;
}

/** Evaluates expressions of a configuration, as far as its JSON decides them. */
export class Expressions {
  readonly #plan: TerraformPlan;
  readonly #resources: ReadonlyMap<string, PlannedResource>;
  readonly #given: Given;

  constructor(plan: TerraformPlan, resources: readonly PlannedResource[], given: Given) {
    this.#plan = plan;
    this.#resources = new Map(resources.map((resource) => [resource.address, resource]));
    this.#given = given;
  }

  /** A known value, completed by the expressions behind its unknown parts. */
  complete(value: unknown, expression: unknown, spot: Spot): Resolved {
    if (expression === undefined) return (value ?? undefined) as Resolved;
    if (isExpression(expression)) return (value ?? this.#evaluate(expression, spot)) as Resolved;
    const within = (place: string): Spot => ({ ...spot, place: `${spot.place}${place}` });
    if (Array.isArray(expression)) {
      const items = Array.isArray(value) ? value : expression.map(() => undefined);
      return items.map((item, index) => this.complete(item, findBlock(item, expression, index), within(`[${index}]`)));
    }
    if (!isMembers(expression)) return value as Resolved;
    const known = isMembers(value) ? value : {};
    const names = [...new Set([...Object.keys(known), ...Object.keys(expression)])];
    return Object.fromEntries(
      names
        .map((name) => [name, this.complete(known[name], expression[name], within(`.${name}`))] as const)
        .filter(([, one]) => one !== undefined),
    );
  }

  /** A given value: a text that is the address of a resource refers to it. */
  readGiven(name: string): Resolved {
    const value = this.#given.get(name);
    const resource = typeof value === 'string' ? this.#resources.get(value) : undefined;
    return resource === undefined ? value : new Reference(resource.address, 'id', name);
  }

  #evaluate({ constant_value: constant, references = [] }: Expression, spot: Spot): Resolved {
    if (constant !== undefined) return constant as Resolved;
    // Beside `aws_sqs_queue.refunds.arn` stands `aws_sqs_queue.refunds`.
    const specific = references.filter(
      (one) => !references.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)),
    );
    const [first, ...others] = specific;
    if (first === undefined) return undefined;
    if (others.length === 0) return this.#refer(first, spot);
    return this.#findInstance(specific, spot) ?? makeComputed(specific, spot);
  }

  /** What an index by the own key means: for `queue[each.key].arn` Terraform writes `queue` and `each.key`. */
  #findInstance(references: readonly string[], { module, place, key }: Spot): Resolved {
    const [only, ...others] = references.filter((one) => !KEYS.includes(one));
    if (only === undefined || others.length > 0 || key === undefined || !isWholeResource(only)) return undefined;
    const found = this.#resources.get(`${joinAddress(module.address, only)}[${key}]`);
    return found === undefined ? undefined : new Reference(found.address, 'id', place);
  }

  #refer(reference: string, spot: Spot): Resolved {
    const { module, place, key, each } = spot;
    const [kind = '', name = '', ...rest] = splitReference(reference);
    if (kind === 'var' || kind === 'local') {
      const given = this.readGiven(joinAddress(module.address, `${kind}.${name}`));
      if (given !== undefined) return given;
    }
    if (kind === 'var') return this.#readVariable(name, spot);
    if (kind === 'module') {
      const called = openCalled(module, name);
      const output = called.configured.outputs?.[rest[0] ?? '']?.expression;
      return output === undefined
        ? makeUnresolved(joinAddress(module.address, reference), place)
        : this.complete(undefined, output, { module: called, place, key: readKey(called.address) });
    }
    if (kind === 'each' && name === 'value' && each !== undefined && key !== undefined) {
      return this.#readAttribute([`${each}[${key}]`, ...rest].join('.'), spot);
    }
    // A local is one value of its module; the others differ from place to place.
    if (kind === 'local') return makeUnresolved(joinAddress(module.address, reference), place);
    if (['each', 'count', 'path', 'terraform', 'self'].includes(kind)) return makeComputed([reference], spot);
    return this.#readAttribute(reference, spot);
  }

  #readVariable(name: string, { module: { caller, configured, address }, place }: Spot): Resolved {
    if (caller === undefined) {
      const value = this.#plan.variables?.[name]?.value ?? configured.variables?.[name]?.default;
      return value === undefined ? makeUnresolved(`var.${name}`, place) : (value as Resolved);
    }
    const given = caller.module.configured.module_calls?.[caller.name]?.expressions?.[name];
    if (given === undefined) return configured.variables?.[name]?.default as Resolved;
    return this.complete(undefined, given, { module: caller.module, place, key: readKey(address) });
  }

  #readAttribute(reference: string, { module, place }: Spot): Resolved {
    const parts = splitReference(reference);
    const size = parts[0] === 'data' ? 3 : 2;
    const id = joinAddress(module.address, parts.slice(0, size).join('.'));
    const attribute = parts[size] ?? 'id';
    const resource = this.#find(id);
    if (resource === undefined) return new Unresolved(`\${${id}.${attribute}}`, [place], `${id} is not in the plan`);
    const known = (resource.values as Members | undefined)?.[attribute];
    return known === undefined || known === null
      ? new Reference(resource.address, attribute, place)
      : (known as Resolved);
  }

  /** A resource by its address; without index, the only instance. */
  #find(id: string): PlannedResource | undefined {
    const exact = this.#resources.get(id);
    if (exact !== undefined) return exact;
    const [only, ...others] = [...this.#resources.values()].filter(({ address }) => address.startsWith(`${id}[`));
    return others.length === 0 ? only : undefined;
  }
}

/** What an instance knows of its own key. */
const KEYS = ['each.key', 'count.index'];

/** The key of an instance at the end of its address: `"eu"` or `0`. */
export function readKey(address: string): string | undefined {
  return /\[([^\]]*)\]$/.exec(address)?.[1];
}

function joinAddress(module: string, own: string): string {
  return module === '' ? own : `${module}.${own}`;
}

/** Whether a reference is to a resource, without attribute and without index. */
export function isWholeResource(reference: string): boolean {
  const parts = splitReference(reference);
  const isModule = ['module', 'var', 'local', 'each', 'count', 'path', 'terraform', 'self'].includes(parts[0] ?? '');
  return !isModule && !reference.endsWith(']') && parts.length === (parts[0] === 'data' ? 3 : 2);
}

function makeComputed(references: readonly string[], { place }: Spot): Unresolved {
  const because = `It is computed from ${references.join(', ')} when Terraform applies`;
  return new Unresolved(`\${${place}}`, [place], because);
}

function makeUnresolved(reference: string, place: string): Unresolved {
  return new Unresolved(`\${${reference}}`, [place], `The JSON of Terraform does not say what ${reference} is`);
}

/** The parts of a reference, with the index behind its name: `aws_sqs_queue`, `refunds["eu"]`, `arn`. */
function splitReference(reference: string): readonly string[] {
  return reference.match(/(?:\[[^\]]*\]|[^.[])+/g) ?? [];
}

/** The block of expressions for an item: Terraform may have sorted the items. */
function findBlock(item: unknown, blocks: readonly unknown[], index: number): unknown {
  const fits = blocks.find((block) => isMembers(item) && isMembers(block) && agrees(item, block));
  return fits ?? blocks[index];
}

function agrees(item: Members, block: Members): boolean {
  const constants = Object.entries(block).filter(([, one]) => isExpression(one) && one.constant_value !== undefined);
  return constants.length > 0 && constants.every(([name, one]) => item[name] === (one as Expression).constant_value);
}
