import type { Domain } from '../domain/domain.ts';
import type { Dialect } from '../event/dialect.ts';
import { limits } from '../facts/limits.ts';
import { idInvariants } from './idInvariants.ts';
import type { Invariant } from './invariant.ts';
import { listDomainInvariants } from './listDomainInvariants.ts';
import { makeFieldMemberInvariant } from './makeFieldMemberInvariant.ts';
import { makeSizeInvariant } from './makeSizeInvariant.ts';
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
