/** The place of a Cases domain in its ARN. Cases exists in the partition `aws` only. */
export interface ArnPlace {
  readonly region: string;
  readonly accountId: string;
  readonly domainId: string;
}

const domainArns = new WeakMap<ArnPlace, string>();

/** The ARN of a Cases domain. Cached, because every event contains it twice. */
export function makeDomainArn(place: ArnPlace): string {
  let arn = domainArns.get(place);
  if (arn === undefined) {
    arn = `arn:aws:cases:${place.region}:${place.accountId}:domain/${place.domainId}`;
    domainArns.set(place, arn);
  }
  return arn;
}

/** The ARN of a case. */
export function makeCaseArn(place: ArnPlace, caseId: string): string {
  return `${makeDomainArn(place)}/case/${caseId}`;
}

/** The ARN of a related item. */
export function makeRelatedItemArn(place: ArnPlace, caseId: string, relatedItemId: string): string {
  return `${makeCaseArn(place, caseId)}/related-item/${relatedItemId}`;
}

/** The ARN of a resource of a Connect instance: a user, an agent, a contact, a queue, a file. */
export function makeConnectArn(
  { region, accountId }: Omit<ArnPlace, 'domainId'>,
  instanceId: string,
  resource: string,
): string {
  return `arn:aws:connect:${region}:${accountId}:instance/${instanceId}/${resource}`;
}
