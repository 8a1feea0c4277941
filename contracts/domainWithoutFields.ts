import type { Domain, FieldDefinition } from '../model/domain/domain.ts';

declare const notGiven: unique symbol;

/** Tells a table without a domain from one whose domain includes nothing. No value has this property. */
export interface NotGiven {
  /** @internal */
  readonly [notGiven]: true;
}

/** What a table may name without a domain: no field, and no content of a related item. */
export interface DomainWithoutFields extends Domain<Record<never, FieldDefinition>, never, false>, NotGiven {}
