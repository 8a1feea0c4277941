import type { PerformedBy } from './casesDetail';

/** Who made a change: the Connect user, else the other entity, else the role, else null. */
export function performerOf(performedBy: PerformedBy | undefined): string | null {
  return performedBy?.user?.userArn ?? performedBy?.user?.customEntity ?? performedBy?.iamPrincipalArn ?? null;
}
