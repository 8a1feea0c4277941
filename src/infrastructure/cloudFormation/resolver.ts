import { didYouMean, InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import type { Members } from '../../../model/values/members.ts';
import { joinFirst } from '../../../model/values/show/joinFirst.ts';
import { matchArn } from '../model/matchArn.ts';
import { writeText } from '../values/joinText.ts';
import { Reference, type Resolved, Unresolved } from '../values/resolved.ts';
import { decideCondition } from './conditions.ts';
import { findIntrinsic } from './intrinsics.ts';
import type { Scope } from './scope.ts';

/** The sections of a template that its values depend on. */
export interface Sections {
  readonly Parameters?: Readonly<Record<string, Members>>;
  readonly Mappings?: Members;
  readonly Conditions?: Members;
  readonly Resources: Readonly<Record<string, Members>>;
  readonly Outputs?: Readonly<Record<string, Members>>;
  /** The names of macros, or objects with their `Name`. */
  readonly Transform?: unknown;
  /** The names of `Fn::ForEach` and `Fn::Transform` among the resources, which are not evaluated. */
  readonly loops?: readonly string[];
}

/** The stacks that are read together. */
export interface OtherStacks {
  /** The name of this stack among several. */
  readonly label: string | undefined;
  /** The id of one of its resources among those of all stacks. */
  rename(id: string): string;
  /** All stacks, for exports. */
  readonly resolvers: readonly Resolver[];
}

/** A stack that is read alone. */
const ALONE: OtherStacks = { label: undefined, rename: (id) => id, resolvers: [] };

/** The most names in a message. */
const MOST_NAMED = 20;

/** Pseudo parameters that differ from stack to stack. */
const OWN = /^AWS::Stack(Name|Id)$/;

/** Pseudo parameters whose value every template knows: Cases is only in the partition `aws`. */
const pseudo: Readonly<Record<string, string>> = { 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'amazonaws.com' };

/** Evaluates the intrinsic functions of a template, as far as the template and the given parameters decide. */
export class Resolver implements Scope {
  readonly #sections: Sections;
  readonly #parameters: Members;
  /** The conditions that are being decided: a condition that leads to itself is undecided. */
  readonly #deciding: Set<string> = new Set();
  readonly #asked: Set<string> = new Set();

  readonly #others: OtherStacks;

  constructor(sections: Sections, parameters: Members = {}, others: OtherStacks = ALONE) {
    this.#sections = sections;
    this.#parameters = parameters;
    this.#others = others;
  }

  get mappings(): Members {
    return this.#sections.Mappings ?? {};
  }

  resolve(node: unknown): Resolved {
    if (typeof node === 'string') return this.#resolveText(node);
    if (Array.isArray(node)) return node.map((item) => this.resolve(item)).filter((item) => item !== undefined);
    if (typeof node !== 'object' || node === null) return node as Resolved;
    const intrinsic = findIntrinsic(node);
    if (intrinsic !== undefined) return intrinsic.evaluate((node as Members)[intrinsic.name], this);
    const members = Object.entries(node).map(([name, value]) => [name, this.resolve(value)] as const);
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
  }

  refer(name: string): Resolved {
    if (name === 'AWS::NoValue') return undefined;
    const { Parameters = {}, Resources } = this.#sections;
    const parameter = Object.hasOwn(Parameters, name) ? (Parameters[name] as Members) : undefined;
    const known = this.getGiven(name, parameter) ?? pseudo[name];
    if (known !== undefined) return known;
    if (parameter !== undefined) return readDefault(name, parameter);
    const { rename } = this.#others;
    if (Object.hasOwn(Resources, name)) return new Reference(rename(name), 'Ref', name);
    // SAM takes !Ref Function.Alias.
    const [resource = '', attribute] = name.split('.');
    if (attribute !== undefined && Object.hasOwn(Resources, resource))
      return new Reference(rename(resource), attribute, name);
    if (name.startsWith('AWS::')) return makeUnresolved(this.#nameOwn(name), `${name} depends on the deployment`);
    return makeUndefined(name, name, [...Object.keys(Parameters), ...Object.keys(Resources)]);
  }

  readAttribute(resource: string, attribute: string): Resolved {
    const known = this.getGiven(`${resource}.${attribute}`);
    if (known !== undefined) return known;
    const { Resources } = this.#sections;
    if (Object.hasOwn(Resources, resource))
      return new Reference(this.#others.rename(resource), attribute, `${resource}.${attribute}`);
    return makeUndefined(`${resource}.${attribute}`, resource, Object.keys(Resources));
  }

  resolveExport(name: string): Resolved {
    const { resolvers } = this.#others;
    const exports = (resolvers.length === 0 ? [this] : resolvers).flatMap((one) => one.listExports());
    const exact = exports.find((one) => one.name === name);
    if (exact !== undefined || name.includes('${')) return exact?.value;
    // A stack does not know its own name, which its exports often begin with.
    const [only, ...others] = exports.filter((one) => matchArn(one.name, name, false) === 'unknown');
    return others.length === 0 ? only?.value : undefined;
  }

  /** What the stack exports, by names with unknown parts in braces. */
  listExports(): readonly { readonly name: string; readonly value: Resolved }[] {
    return Object.values(this.#sections.Outputs ?? {}).flatMap(({ Export, Value }) => {
      const exported = (Export as Members | undefined)?.Name;
      return exported === undefined ? [] : [{ name: writeText(this.resolve(exported)), value: this.resolve(Value) }];
    });
  }

  decide(condition: unknown): boolean | string {
    return decideCondition(condition, this, (name) => this.#decideNamed(name));
  }

  getGiven(name: string, parameter?: Members): Resolved {
    const own = this.#nameOwn(name);
    this.#asked.add(name).add(own);
    const given = [own, name].find((one) => Object.hasOwn(this.#parameters, one));
    return given === undefined ? undefined : toList(this.#parameters[given] as Resolved, parameter);
  }

  /** A pseudo parameter that each stack has for itself, by its name among several stacks. */
  #nameOwn(name: string): string {
    const { label } = this.#others;
    return label !== undefined && OWN.test(name) ? `${name}@${label}` : name;
  }

  /** The names of the parameters and conditions, and whatever else the template asks for. */
  listNames(): { readonly declared: readonly string[]; readonly asked: Iterable<string> } {
    const { Parameters = {}, Conditions = {} } = this.#sections;
    return { declared: [...Object.keys(Parameters), ...Object.keys(Conditions)], asked: this.#asked };
  }

  /**
   * Refuses given values for which nothing in the templates asks: they are misspelt, or for another template. Account
   * and Region do no harm.
   */
  static requireUsed(resolvers: readonly Resolver[], parameters: Members): void {
    const all = resolvers.map((one) => one.listNames());
    const names = [...new Set(all.flatMap(({ declared }) => declared))];
    const asked = new Set(all.flatMap((one) => [...one.asked]));
    for (const name of Object.keys(parameters)) {
      if (asked.has(name) || names.includes(name) || /^AWS::\w+$/.test(name)) continue;
      const near = didYouMean(name, [...names, ...asked]);
      throw new InvalidArgumentError({
        argument: 'the parameter name in options.parameters',
        received: name,
        allowed: `a name for which the template asks: ${
          joinFirst(
            names.map((one) => JSON.stringify(one)),
            MOST_NAMED,
          ) || 'an attribute or an export, such as "Queue.Arn"'
        }`,
        ...(near === undefined ? {} : { todo: near }),
      });
    }
  }

  #decideNamed(name: string): boolean | string {
    const { Conditions = {} } = this.#sections;
    const given = this.getGiven(name);
    // A command line gives texts.
    if (typeof given === 'boolean' || given === 'true' || given === 'false') return String(given) === 'true';
    if (!Object.hasOwn(Conditions, name)) return `The template has no condition ${name}`;
    if (this.#deciding.has(name)) return `The condition ${name} leads to itself`;
    this.#deciding.add(name);
    try {
      return this.decide(Conditions[name]);
    } finally {
      this.#deciding.delete(name);
    }
  }

  #resolveText(text: string): Resolved {
    const dynamic = /\{\{resolve:[^}]*\}\}/.exec(text)?.[0];
    return dynamic === undefined
      ? text
      : (this.getGiven(dynamic) ?? new Unresolved(text, [dynamic], 'CloudFormation reads it at deployment'));
  }
}

function readDefault(name: string, parameter: Members): Resolved {
  const { Default, Type } = parameter;
  if (/^AWS::SSM::Parameter::Value/.test(String(Type)))
    return makeUnresolved(name, `The parameter ${name} is read from SSM at deployment`);
  if (Default === undefined) return makeUnresolved(name, `The parameter ${name} has no default`);
  return toList(Default as Resolved, parameter);
}

/** The value of a parameter of a list type, as a list. */
function toList(value: Resolved, parameter: Members | undefined): Resolved {
  const isOfList = /^(CommaDelimitedList$|List<)/.test(String(parameter?.Type));
  return isOfList && typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
}

/** A name that the template does not define. */
function makeUndefined(name: string, resource: string, words: readonly string[]): Unresolved {
  const near = didYouMean(resource, words);
  const because = `The template has no ${resource}${near === undefined ? '' : `. ${near}`}`;
  return new Unresolved(`\${${name}}`, [name], because, true);
}

function makeUnresolved(name: string, because: string): Unresolved {
  return new Unresolved(`\${${name}}`, [name], because);
}
