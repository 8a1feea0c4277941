import type { Address } from '../model/infrastructure.ts';
import type { Resolved, ResolvedObject } from '../values/resolved.ts';
import type { Setting } from '../values/settle.ts';

/** A resource of a template, with its properties as far as the template decides them. */
export interface Resource {
  /** Its logical id, with the name of the stack if several have it. */
  readonly id: string;
  /** The id within its own stack. */
  readonly logicalId: string;
  /** The file of its template, if it has one. */
  readonly file: string | undefined;
  readonly type: string;
  readonly properties: ResolvedObject;
  /** Everything that it has, of which only the names count. */
  readonly members: ResolvedObject;
  /** The events of a function of SAM. */
  readonly events: readonly SamEvent[];
  /** Its `aws:cdk:path`, if the CDK wrote the template. */
  readonly path: string | undefined;
  /** Whether its condition holds. */
  readonly exists: Setting<true>;
}

/** An entry in the `Events` of a function of SAM. */
export interface SamEvent {
  readonly name: string;
  readonly type: string;
  readonly properties: Resolved;
}

/** The resources of a template, and the way to find one of them. */
export interface Resources {
  /** What names in braces mean, such as `Rule.Arn`. */
  readonly texts: ReadonlyMap<string, string>;
  /** All resources whose condition is not known to fail. */
  listAll(): readonly Resource[];
  /** The resources of some types. */
  list(...types: readonly string[]): readonly Resource[];
  /** The resource that a value means; see {@link locate}. */
  locate(value: Resolved, service?: string): Address;
  /** The version or the alias that a value means; see {@link readQualifier}. */
  qualify(value: Resolved): string | undefined;
}
