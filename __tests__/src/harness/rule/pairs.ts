import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import type { Domain } from '../../../../model/domain/domain.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

/** A rule and the rows that it belongs to. */
export interface Pair {
  readonly rows: object;
  readonly rule: object | readonly object[];
  readonly domain?: Domain;
}

/** The contract of the first row of a pair: the other rows are ignored. */
export function contractOf({ rows, rule, domain = exampleDomain as Domain }: Pair): Contract {
  const table = { ...ignoringAll, ...rows };
  const contracts = contractsFor('refunds', table as never, { domain, rule });
  const [eventType] = Object.keys(rows);
  return contracts.find((contract) => contract.eventType === eventType) as Contract;
}

/** All contracts of a pair. */
export function contractsOf({ rows, rule, domain = exampleDomain as Domain }: Pair): readonly Contract[] {
  return contractsFor('refunds', { ...ignoringAll, ...rows } as never, { domain, rule });
}

/** A pattern on one field of the case. */
export function ofField(id: string, value: object): { readonly detail: object } {
  return { detail: { case: { fields: { [id]: { value } } } } };
}
