import type { PerformedBy } from './casesDetail';

/** Who made a change: the Connect user, else the other entity, else the role; null when the event does not say. */
export function performerOf(performedBy: PerformedBy | undefined): string | null {
  return performedBy?.user?.userArn ?? performedBy?.user?.customEntity ?? performedBy?.iamPrincipalArn ?? null;
}
