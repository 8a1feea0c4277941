import { readFileText } from '../../../model/platform/readFileText.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';

/**
 * How to reach a broker. Credentials go through the environment, because every process can read a list of arguments.
 */
export interface BrokerAccess {
  /** The address, without credentials. */
  readonly url: string;
  /** The variables for the client. */
  readonly env: Readonly<Record<string, string>>;
  /** Texts that must not appear in output or errors. */
  readonly secrets: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const ADDRESS = 'PACT_BROKER_BASE_URL';
const ALLOWED = 'the http or https address of a Pact Broker';
const HOW_TO_GIVE_IT =
  'Set it, or give --broker-base-url; where the broker asks for credentials, set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD';
const CREDENTIALS = ['PACT_BROKER_TOKEN', 'PACT_BROKER_USERNAME', 'PACT_BROKER_PASSWORD'] as const;

/**
 * The access given by the Pact client's variables `PACT_BROKER_BASE_URL`, `PACT_BROKER_TOKEN`, `PACT_BROKER_USERNAME`
 * and `PACT_BROKER_PASSWORD`. An address of the command line takes precedence.
 * @throws InvalidArgumentError for a missing or invalid address, contradictory credentials, or an SSL_CERT_FILE without
 * certificates
 */
export function resolveBrokerAccess(env: Environment, address?: string): BrokerAccess {
  const argument = address === undefined ? ADDRESS : '--broker-base-url';
  const url = requireUrl(argument, address ?? (env[ADDRESS] || undefined));
  const given = Object.fromEntries(
    CREDENTIALS.flatMap((name): [string, string][] => (env[name] ? [[name, env[name]]] : [])),
  );
  requireOneKind(given);
  for (const [name, value] of Object.entries(given)) requireSendable(name as (typeof CREDENTIALS)[number], value);
  if (env.SSL_CERT_FILE) requireCertificates(env.SSL_CERT_FILE);
  return { url, env: { [ADDRESS]: url, ...given }, secrets: listSecrets(env) };
}

/** The secrets in some variables, valid or not. */
export function listSecrets(env: Environment): readonly string[] {
  const { PACT_BROKER_PASSWORD: password, PACT_BROKER_TOKEN: token, PACT_BROKER_USERNAME: username } = env;
  return [...(token ? [token] : []), ...(password ? [password, encodeBasic(username, password)] : [])];
}

/** An environment without the broker's variables: only the processes that need addresses and credentials get them. */
export function removeBrokerVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PACT_BROKER_')));
}

/** A user and a password as a header value. */
function encodeBasic(username = '', password = ''): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}

/** The error for a missing address; `because` names what needs it. */
export function refuseMissingAddress(because?: string): Error {
  return new InvalidArgumentError({
    argument: ADDRESS,
    received: undefined,
    shown: 'missing',
    allowed: ALLOWED,
    ...(because === undefined ? {} : { because }),
    todo: HOW_TO_GIVE_IT,
  });
}

function requireUrl(argument: string, given: string | undefined): string {
  const complaint = { argument, allowed: ALLOWED };
  if (given === undefined) throw refuseMissingAddress();
  const parsed = URL.canParse(given) ? new URL(given) : undefined;
  const url = parsed !== undefined && /^https?:$/.test(parsed.protocol) ? parsed : undefined;
  // An address that does not parse may still contain credentials, whose characters may be the reason.
  if (url === undefined ? given.includes('@') : url.username !== '' || url.password !== '') {
    // Shows neither the address nor parts of it.
    throw new InvalidArgumentError({
      argument,
      received: new Hidden('an address with credentials in it'),
      allowed: `${complaint.allowed}, without credentials`,
      because: 'Addresses are printed, and every process on this machine can read the arguments',
      todo: 'Put them into PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD',
    });
  }
  if (url === undefined) {
    throw new InvalidArgumentError({ ...complaint, received: given });
  }
  return url.href.replace(/\/+$/, '');
}

/** Printed in place of a value that holds secrets. */
class Hidden {
  readonly #words: string;

  constructor(words: string) {
    this.#words = words;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.#words;
  }
}

function requireOneKind(given: Readonly<Record<string, string>>): void {
  const names = Object.keys(given);
  const token = names.includes('PACT_BROKER_TOKEN');
  const [username, password] = [names.includes('PACT_BROKER_USERNAME'), names.includes('PACT_BROKER_PASSWORD')];
  if (!(token && (username || password)) && !(password && !username)) return;
  throw new InvalidArgumentError({
    argument: 'the choice of credentials',
    received: names,
    shown: names.join(' and '),
    allowed: 'PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or none of them',
    todo: 'Unset the variables that do not belong to this broker',
  });
}

/** A value that a header cannot carry, or changes, would look like a network failure. */
function requireSendable(argument: (typeof CREDENTIALS)[number], value: string): void {
  const token = argument === 'PACT_BROKER_TOKEN';
  const wrong = token ? /[^\x21-\x7e]/u : /\p{Cc}|\p{Surrogate}/u;
  if (!wrong.test(value)) return;
  const line = /[\r\n]/.test(value)
    ? 'a line break'
    : token
      ? 'a space or a character that is not ASCII'
      : 'a control character';
  throw new InvalidArgumentError({
    argument,
    received: new Hidden(`a text with ${line} in it, which is not shown`),
    allowed: token ? 'visible ASCII characters without spaces' : 'a text of one line without control characters',
    because: 'It is sent in an HTTP header, which allows nothing else',
    todo: 'Check how it is set: reading a file often adds a line break at its end',
  });
}

/** Without this check, the only report would be an untrusted certificate. */
function requireCertificates(file: string): void {
  const complaint = { argument: 'SSL_CERT_FILE', received: file, allowed: 'a readable file of certificates in PEM' };
  let text: string;
  try {
    text = readFileText(file);
  } catch (cause) {
    throw new InvalidArgumentError({ ...complaint, because: `It cannot be read: ${(cause as Error).message}` });
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new InvalidArgumentError({ ...complaint, because: 'It has no line -----BEGIN CERTIFICATE-----' });
  }
}
