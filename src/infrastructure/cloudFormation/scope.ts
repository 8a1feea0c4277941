import type { Resolved } from '../values/resolved.ts';

/** What intrinsic functions need of their template. */
export interface Scope {
  /** A value of the template, with its intrinsic functions evaluated. */
  resolve(node: unknown): Resolved;
  /** The value of a parameter, a pseudo parameter or a resource: `Ref`. */
  refer(name: string): Resolved;
  /** An attribute of a resource: `Fn::GetAtt`. */
  readAttribute(resource: string, attribute: string): Resolved;
  /** Whether a condition holds; a text says why nobody knows. */
  decide(condition: unknown): boolean | string;
  /** A value that `options.parameters` gives, if it does. */
  getGiven(name: string): Resolved;
  /** A value that a template exports, if one of the given templates does. */
  resolveExport(name: string): Resolved;
  /** The mappings of the template. */
  readonly mappings: Readonly<Record<string, unknown>>;
}
