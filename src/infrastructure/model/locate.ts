import { Reference, type Resolved, Unresolved } from '../values/resolved.ts';
import type { Address } from './infrastructure.ts';

/** A resource of a template, by which its ARN is recognized. */
export interface Located {
  readonly id: Address;
  /** The service in its ARN, such as `sqs`. */
  readonly service: string;
  /** Its name in AWS, if the template gives one; with unknown parts in braces. */
  readonly name: string | undefined;
  /** Its ARN, if it is deployed. */
  readonly arn?: string;
  /** The resource that it stands for: an alias of a function stands for the function. */
  readonly standsFor?: Resolved;
  /** The name of an alias, if the template gives one. */
  readonly qualifier?: string | undefined;
}

/**
 * The resource that a value means: a reference, an ARN, an address of a queue or a name. What no resource of the
 * template has stays the text itself, so equal texts mean the same resource.
 */
export function locate(value: Resolved, resources: readonly Located[], service?: string): Address {
  const found = findResource(value, resources, service);
  if (found === undefined) return describeValue(value);
  if (found.standsFor === undefined) return found.id;
  // Each resource stands for another at most once: an alias of itself leads nowhere.
  const others = resources.filter((resource) => resource !== found);
  return locate(found.standsFor, others, service);
}

/** A value that may mean any resource, because its name is not wholly known; undefined if it means a certain one. */
export function keepUnknown(value: Resolved, address: Address): Unresolved | undefined {
  return value instanceof Unresolved && address === value.text && parseArn(address).name.includes('${')
    ? value
    : undefined;
}

/** The address of a value that means a certain resource; undefined if it may mean any. */
export function locateCertain(value: Resolved, address: Address): Address | undefined {
  return keepUnknown(value, address) === undefined ? address : undefined;
}

/**
 * The version or the alias of a function that a value means: its name, or its id in braces as long as nobody knows its
 * name. Undefined for the function itself.
 */
export function readQualifier(value: Resolved, resources: readonly Located[]): string | undefined {
  if (value instanceof Reference) {
    if (/^qualified_/.test(value.attribute)) return value.text;
    // SAM takes !Ref Function.Alias.
    const isAlias = value.attribute === 'Alias';
    const found = resources.find(({ id, standsFor }) =>
      isAlias
        ? standsFor !== undefined && id.startsWith(`${value.resource.replace(/@.*$/, '')}Alias`)
        : id === value.resource,
    );
    return found?.standsFor === undefined ? undefined : (found.qualifier ?? `\${${found.id}}`);
  }
  const text = value instanceof Unresolved ? value.text : value;
  if (typeof text !== 'string') return undefined;
  const parts = text.split(/:(?![^{]*\})/);
  const [, last] = parts;
  const qualifier = parts[0] === 'arn' ? parts[7] : parts.length === 2 ? last : undefined;
  return qualifier === '$LATEST' ? undefined : qualifier;
}

/**
 * The version or the alias that a property means by its name or its number; undefined for the function itself.
 * @param qualify see {@link readQualifier}
 */
export function nameQualifier(value: Resolved, qualify: (value: Resolved) => string | undefined): string | undefined {
  if (value instanceof Reference) return qualify(value) ?? value.text;
  if (value === undefined || value === null || value === '$LATEST' || value === '') return undefined;
  return describeValue(value);
}

function findResource(
  value: Resolved,
  resources: readonly Located[],
  service: string | undefined,
): Located | undefined {
  if (value instanceof Reference) return findById(value.resource, resources);
  const text = value instanceof Unresolved ? value.text : value;
  if (typeof text !== 'string') return undefined;
  const deployed = resources.find(({ arn }) => arn === text);
  if (deployed !== undefined) return deployed;
  const { kind = service, name } = parseArn(text);
  // The ARN of a function may end with a qualifier.
  const reference = /^\$\{([^.}]+)(?:\.[^}]+)?\}(?::[\w$-]+)?$/.exec(name)?.[1];
  const referred = reference === undefined ? undefined : findById(reference, resources);
  if (referred !== undefined) return referred;
  return resources.find(
    (resource) => resource.service === kind && resource.name !== undefined && resource.name === name,
  );
}

function findById(id: string, resources: readonly Located[]): Located | undefined {
  return resources.find((resource) => resource.id === id);
}

function describeValue(value: Resolved): Address {
  if (value instanceof Reference) return value.text;
  return value instanceof Unresolved ? value.text : String(value ?? '');
}

/** The service and the name of a resource in an ARN or in the address of a queue; without them the text is a name. */
export function parseArn(text: string): { readonly kind?: string; readonly name: string } {
  // A part such as ${AWS::Region} has colons of its own.
  const [arn, , kind = '', , , ...rest] = text.split(/:(?![^{]*\})/);
  if (arn === 'arn' && rest.length > 0) {
    // A function stands behind its kind, and before its qualifier.
    if (kind === 'lambda') return { kind, name: rest[1] ?? '' };
    const path = rest.join(':');
    return { kind: path.startsWith('event-bus/') ? 'event-bus' : kind, name: path.replace(/^.*\//, '') };
  }
  const queue = /^https?:\/\/.*\/([^/]+)$/.exec(text)?.[1];
  return queue === undefined ? { name: text } : { kind: 'sqs', name: queue };
}
