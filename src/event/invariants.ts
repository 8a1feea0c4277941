import { limits } from '../facts/limits.ts';
import type { Dialect } from './dialect.ts';
import type { Domain } from './domain.ts';
import type { Invariant } from './invariant.ts';
import { domainInvariants } from './invariants/domainInvariants.ts';
import { fieldMemberInvariant } from './invariants/fieldMemberInvariant.ts';
import { idInvariants } from './invariants/idInvariants.ts';
import { sizeInvariant } from './invariants/sizeInvariant.ts';
import { timeInvariants } from './invariants/timeInvariants.ts';
import { wholeInvariants } from './invariants/wholeInvariants.ts';

/** What holds in every event of every domain, in every reading of what AWS leaves open. */
export const invariants: readonly Invariant[] = invariantsOf();

/** What holds in every event, of a domain and in a dialect where they are given. */
export function invariantsOf(domain?: Domain, dialect?: Dialect): readonly Invariant[] {
  const small = dialect?.entrySize === '262,144 bytes';
  return [
    ...idInvariants,
    ...timeInvariants,
    ...wholeInvariants,
    ...(domain === undefined ? [] : domainInvariants(domain, dialect)),
    fieldMemberInvariant({ domain, dialect }),
    sizeInvariant(small ? limits.documentedEntrySize : limits.largestEntrySize),
  ];
}
