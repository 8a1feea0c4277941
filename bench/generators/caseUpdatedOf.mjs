/** The domain of all hand-written generators. */
export const place = {
  region: 'us-east-1',
  accountId: '111122223333',
  domainId: 'dad5efb6-8485-4a55-8241-98a88f0a1b2c',
};

const domainArn = `arn:aws:cases:${place.region}:${place.accountId}:domain/${place.domainId}`;

/** Builds a CASE.UPDATED event from its parts, for hand-written generators; times are milliseconds. */
export function caseUpdatedOf({ id, caseId, templateId, createdAt, lasted, user, role, fields, cleared = [] }) {
  const changedAt = createdAt + lasted;
  return {
    version: '0',
    id,
    'detail-type': 'Amazon Connect Cases Change',
    source: 'aws.cases',
    account: place.accountId,
    time: `${new Date(changedAt).toISOString().slice(0, 19)}Z`,
    region: place.region,
    resources: [domainArn, `${domainArn}/case/${caseId}`],
    detail: {
      version: '0',
      eventType: 'CASE.UPDATED',
      approximateChangeTime: new Date(changedAt).toISOString(),
      changedFieldIds: [...cleared, 'last_updated_datetime'],
      performedBy: {
        ...(user === undefined ? {} : { user }),
        iamPrincipalArn: `arn:aws:iam::${place.accountId}:role/${role}`,
      },
      case: { caseId, templateId, createdDateTime: new Date(createdAt).toISOString(), fields },
    },
  };
}

/** The prefix of Connect users' ARNs. */
export const userArnStart = `arn:aws:connect:${place.region}:${place.accountId}:instance/5f2c8a0d-3b1e-4c6f-9a7b-8e4d2c1f0a96`;
