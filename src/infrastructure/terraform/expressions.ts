import { isMembers, type Members } from '../../../model/values/members.ts';
import { Reference, type Resolved, Unresolved } from '../values/resolved.ts';
import { type Expression, isExpression, type TerraformPlan } from './plan.ts';
import { type OpenModule, openCalled, type PlannedResource } from './planModules.ts';

/** Evaluates expressions of a configuration, as far as its JSON decides them. */
export class Expressions {
  readonly #plan: TerraformPlan;
  readonly #resources: ReadonlyMap<string, PlannedResource>;

  constructor(plan: TerraformPlan, resources: readonly PlannedResource[]) {
    this.#plan = plan;
    this.#resources = new Map(resources.map((resource) => [resource.address, resource]));
  }

  /**
   * A known value, completed by the expressions behind its unknown parts.
   * @param place the place in words, by which `options.parameters` takes a value
   */
  complete(value: unknown, expression: unknown, module: OpenModule, place: string): Resolved {
    if (expression === undefined) return (value ?? undefined) as Resolved;
    if (isExpression(expression)) return (value ?? this.#evaluate(expression, module, place)) as Resolved;
    if (Array.isArray(expression)) {
      const items = Array.isArray(value) ? value : expression.map(() => undefined);
      return items.map((item, index) =>
        this.complete(item, findBlock(item, expression, index), module, `${place}[${index}]`),
      );
    }
    if (!isMembers(expression)) return value as Resolved;
    const known = isMembers(value) ? value : {};
    const names = [...new Set([...Object.keys(known), ...Object.keys(expression)])];
    return Object.fromEntries(
      names
        .map((name) => [name, this.complete(known[name], expression[name], module, `${place}.${name}`)] as const)
        .filter(([, one]) => one !== undefined),
    );
  }

  #evaluate({ constant_value: constant, references = [] }: Expression, module: OpenModule, place: string): Resolved {
    if (constant !== undefined) return constant as Resolved;
    // Beside `aws_sqs_queue.refunds.arn` stands `aws_sqs_queue.refunds`.
    const specific = references.filter(
      (one) => !references.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)),
    );
    const [only, ...others] = specific;
    if (only === undefined) return undefined;
    if (others.length > 0) {
      return new Unresolved(
        `\${${place}}`,
        [place],
        `It is computed from ${specific.join(', ')} when Terraform applies`,
      );
    }
    return this.#refer(only, module, place);
  }

  #refer(reference: string, module: OpenModule, place: string): Resolved {
    const [kind = '', name = '', ...rest] = splitReference(reference);
    if (kind === 'var') return this.#readVariable(name, module, place);
    if (kind === 'module') {
      const called = openCalled(module, name);
      const output = called.configured.outputs?.[rest[0] ?? '']?.expression;
      return output === undefined ? makeUnresolved(reference, place) : this.complete(undefined, output, called, place);
    }
    if (['local', 'each', 'count', 'path', 'terraform', 'self'].includes(kind)) return makeUnresolved(reference, place);
    return this.#readAttribute(reference, module, place);
  }

  #readVariable(name: string, { caller, configured }: OpenModule, place: string): Resolved {
    if (caller === undefined) {
      const value = this.#plan.variables?.[name]?.value ?? configured.variables?.[name]?.default;
      return value === undefined ? makeUnresolved(`var.${name}`, place) : (value as Resolved);
    }
    const given = caller.module.configured.module_calls?.[caller.name]?.expressions?.[name];
    if (given === undefined) return configured.variables?.[name]?.default as Resolved;
    return this.complete(undefined, given, caller.module, place);
  }

  #readAttribute(reference: string, { address }: OpenModule, place: string): Resolved {
    const parts = splitReference(reference);
    const size = parts[0] === 'data' ? 3 : 2;
    const id = [address, ...parts.slice(0, size)].filter((part) => part !== '').join('.');
    const attribute = parts[size] ?? 'id';
    const resource = this.#find(id);
    if (resource === undefined) return new Unresolved(`\${${id}.${attribute}}`, [place], `${id} is not in the plan`);
    const known = (resource.values as Members | undefined)?.[attribute];
    return known === undefined || known === null ? new Reference(resource.address, attribute) : (known as Resolved);
  }

  /** A resource by its address; without index, the only instance. */
  #find(id: string): PlannedResource | undefined {
    const exact = this.#resources.get(id);
    if (exact !== undefined) return exact;
    const [only, ...others] = [...this.#resources.values()].filter(({ address }) => address.startsWith(`${id}[`));
    return others.length === 0 ? only : undefined;
  }
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
