import type { Domain, FieldDefinition } from '../model/domain/domain.ts';

declare const notGiven: unique symbol;

/** Distinguishes a table without a domain from one whose domain includes nothing. No value has this property. */
export interface NotGiven {
  /** @internal */
  readonly [notGiven]: true;
}

/** The domain type of a table without a domain: no field, and no content of a related item. */
export interface DomainWithoutFields extends Domain<Record<never, FieldDefinition>, never, false>, NotGiven {}
