/** Corrects an event from a schema where schemas cannot: the ARNs contain the ids, and times are in order. */
export function agreed(event) {
  const { account, region, detail } = event;
  const domain = `arn:aws:cases:${region}:${account}:domain/dad5efb6-8485-4a55-8241-98a88f0a1b2c`;
  event.resources = [domain, `${domain}/case/${detail.case.caseId}`];
  if (detail.case.createdDateTime > detail.approximateChangeTime) {
    detail.case.createdDateTime = detail.approximateChangeTime;
  }
  return event;
}
