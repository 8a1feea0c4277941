import type { Domain } from '../domain/domain.ts';
import type { Dialect } from '../event/dialect.ts';
import { limits } from '../facts/limits.ts';
import { listDomainInvariants } from './domainInvariants.ts';
import { makeFieldMemberInvariant } from './fieldMemberInvariant.ts';
import { idInvariants } from './idInvariants.ts';
import type { Invariant } from './invariant.ts';
import { makeSizeInvariant } from './sizeInvariant.ts';
import { timeInvariants } from './timeInvariants.ts';
import { wholeInvariants } from './wholeInvariants.ts';

/** The invariants of every event in every domain and dialect. */
export const invariants: readonly Invariant[] = selectInvariants();

/** The invariants of every event, plus those of a domain and a dialect if given. */
export function selectInvariants(domain?: Domain, dialect?: Dialect): readonly Invariant[] {
  const small = dialect?.entrySize === '262,144 bytes';
  return [
    ...idInvariants,
    ...timeInvariants,
    ...wholeInvariants,
    ...(domain === undefined ? [] : listDomainInvariants(domain, dialect)),
    makeFieldMemberInvariant({ domain, dialect }),
    makeSizeInvariant(small ? limits.documentedEntrySize : limits.largestEntrySize),
  ];
}
