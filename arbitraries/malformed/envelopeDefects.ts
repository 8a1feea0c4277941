import type { Defect } from './defect.ts';
import { instead, without } from './spoil.ts';

/** What can be wrong in any event: its envelope, its ARNs, who made the change, when. */
export const envelopeDefects: readonly Defect[] = [
  ...['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'detail'].map((name) =>
    without(name),
  ),
  ...['version', 'eventType', 'approximateChangeTime'].map((name) => without('detail', name)),
  instead('of another service', ['source'], 'aws.connect'),
  instead('of another kind', ['detail-type'], 'Amazon Connect Contact Event'),
  instead('of eleven digits', ['account'], '12345678901'),
  instead('a number', ['id'], 7),
  instead('no instant', ['time'], 'yesterday'),
  instead('no instant', ['detail', 'approximateChangeTime'], '2022-03-16 23:16'),
  instead('before the creation', ['detail', 'approximateChangeTime'], '2001-01-01T00:00:00.000Z'),
  instead('unknown', ['detail', 'eventType'], 'CASE.CLOSED'),
  instead('JSON text', ['detail'], '{}'),
  instead('empty', ['resources'], []),
  instead('of another account', ['account'], '999999999999'),
  instead('of another Region', ['region'], 'eu-south-2'),
  instead('of both kinds', ['detail', 'performedBy', 'user'], {
    userArn: 'arn:aws:connect:r:a:instance/i/user/u',
    customEntity: 'crm',
  }),
  instead('of no kind', ['detail', 'performedBy', 'user'], {}),
  instead('null', ['detail', 'performedBy', 'user'], null),
  instead(
    'too long',
    ['detail', 'performedBy', 'iamPrincipalArn'],
    `arn:aws:iam::111122223333:role/${'r'.repeat(500)}`,
  ),
  without('detail', 'performedBy', 'iamPrincipalArn'),
  {
    name: 'resources swapped',
    spoil: (event) => {
      (event.resources as unknown as string[]).reverse();
      return true;
    },
  },
];
