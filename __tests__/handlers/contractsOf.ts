import type { Contract } from '../../contracts/contract.ts';
import { contractsFor } from '../../contracts/contractsFor.ts';
import type { Table } from '../../contracts/table.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import { ignoringAll } from '../helpers/ignoringAll.ts';
import type { FaultyHandler } from './faultyHandler.ts';

/** The contracts of a consumer with the reads of a handler; it ignores all other events. */
export function contractsOf(reads: FaultyHandler['reads']): readonly Contract[] {
  return contractsFor('refunds', { ...ignoringAll, ...reads } as Table<typeof exampleDomain>, {
    domain: exampleDomain,
  });
}
