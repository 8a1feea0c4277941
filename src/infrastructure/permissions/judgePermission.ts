import { expandText } from '../model/expandText.ts';
import type { Grant, Infrastructure, SenderTest } from '../model/infrastructure.ts';
import { type Holding, matchArn, takeBest, takeWorst } from '../model/matchArn.ts';
import type { Sending } from './sending.ts';

/** Whether the permissions of a template allow a sender to send. */
export function judge(sending: Sending, infrastructure: Infrastructure): Holding | 'denied' {
  const grants = listGrants(sending, infrastructure);
  if (grants.some((grant) => isDenial(grant, sending, infrastructure))) return 'denied';
  const mayDeny = grants.some(
    ({ effect, ...grant }) => effect === 'Deny' && judgeGrant(grant, sending, infrastructure) === 'unknown',
  );
  const allowed = grants
    .filter(({ effect }) => effect === 'Allow')
    .map((grant) => judgeGrant(grant, sending, infrastructure));
  const verdict = takeWorst([takeBest(allowed), mayDeny ? 'unknown' : 'given']);
  // A macro may make the permission.
  return verdict === 'missing' && infrastructure.macros.length > 0 ? 'unknown' : verdict;
}

/** Whether a permission prohibits the sending for sure. */
export function isDenial(grant: Grant, sending: Sending, infrastructure: Infrastructure): boolean {
  return grant.effect === 'Deny' && judgeGrant(grant, sending, infrastructure) === 'given';
}

/** The permissions of the receiver for this service, or for one that nobody knows. */
export function listGrants({ to, kind, service }: Sending, { grants }: Infrastructure): readonly Grant[] {
  return grants.filter(
    (grant) =>
      (grant.on === to || (grant.on === undefined && grant.kind === kind)) &&
      [undefined, '*', service].includes(grant.service),
  );
}

/** Whether a condition of a permission holds for a sender. */
export function judgeTest(
  { key, isPattern, values }: SenderTest,
  { from }: Sending,
  { texts }: Infrastructure,
): Holding {
  const arn = findArn(from, texts);
  const actual = key === 'arn' ? arn : readAccount(arn);
  return takeBest(values.map((value) => matchArn(expandText(value, texts), actual, isPattern)));
}

/** What would decide the permissions of a sending, by the names that `options.parameters` takes. */
export function listUnknownNames(sending: Sending, infrastructure: Infrastructure): readonly string[] {
  const { grants, texts } = infrastructure;
  const open = grants
    .filter(({ on, kind }) => on === sending.to || (on === undefined && kind === sending.kind))
    .filter((grant) => judgeGrant(grant, sending, infrastructure) === 'unknown');
  const asked = open.flatMap(({ names }) => names);
  const dependsOnSender = open.some(({ tests }) =>
    tests.some((test) => judgeTest(test, sending, infrastructure) === 'unknown'),
  );
  const own = dependsOnSender ? [...findArn(sending.from, texts).matchAll(/\$\{([^}]*)\}/g)] : [];
  const actual = own.map(([, name = '']) => name);
  const [first = []] = [asked, actual]
    .map((names) => names.filter((name) => !texts.has(name) && !/^AWS::(Region|AccountId)$|\.suffix$/.test(name)))
    .filter((names) => names.length > 0);
  return [...new Set(first)];
}

function judgeGrant(grant: Omit<Grant, 'effect'>, sending: Sending, infrastructure: Infrastructure): Holding {
  const { on, service, qualifier, tests, receivers, isOpen } = grant;
  const verdict = takeWorst([
    on === undefined || service === undefined || isOpen ? 'unknown' : 'given',
    ...tests.map((test) => judgeTest(test, sending, infrastructure)),
    receivers === undefined ? 'given' : judgeReceivers(receivers, sending, infrastructure),
  ]);
  if (qualifier === sending.qualifier) return verdict;
  // A version without known number may be the one that another text names.
  const mayBeSame =
    [qualifier, sending.qualifier].every((one) => one !== undefined) &&
    `${qualifier}${sending.qualifier}`.includes('${');
  return mayBeSame && verdict !== 'missing' ? 'unknown' : 'missing';
}

function judgeReceivers(receivers: readonly string[], { to }: Sending, { texts }: Infrastructure): Holding {
  const arn = findArn(to, texts);
  return takeBest(receivers.map((receiver) => matchArn(expandText(receiver, texts), arn, true)));
}

/** The ARN of a resource; of one outside the template the address itself. */
function findArn(address: string, texts: ReadonlyMap<string, string>): string {
  return expandText(texts.get(`${address}.Arn`) ?? texts.get(`${address}.arn`) ?? address, texts);
}

function readAccount(arn: string): string {
  return arn.split(/:(?![^{]*\})/)[4] ?? '';
}
