import { fileText } from '../../../model/platform/fileText.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';

/** How a broker is reached. Credentials travel in the environment: a list of arguments can be read by every process. */
export interface BrokerAccess {
  /** The address, without credentials. */
  readonly url: string;
  /** The variables by which the client is told. */
  readonly env: Readonly<Record<string, string>>;
  /** What must appear nowhere: neither in output nor in errors. */
  readonly secrets: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const ADDRESS = 'PACT_BROKER_BASE_URL';
const ALLOWED = 'the http or https address of a Pact Broker';
const HOW_TO_GIVE_IT =
  'Set it, or give --broker-base-url; where the broker asks for credentials, set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD';
const CREDENTIALS = ['PACT_BROKER_TOKEN', 'PACT_BROKER_USERNAME', 'PACT_BROKER_PASSWORD'] as const;

/**
 * The access that the variables `PACT_BROKER_BASE_URL`, `PACT_BROKER_TOKEN`, `PACT_BROKER_USERNAME` and
 * `PACT_BROKER_PASSWORD` describe, which are those of the Pact client; an address of the command line goes first.
 * @throws InvalidArgumentError where the address is missing or none, where credentials contradict each other, or where
 * SSL_CERT_FILE, by which all clients know whom to trust, holds no certificates
 */
export function brokerAccess(env: Environment, address?: string): BrokerAccess {
  const argument = address === undefined ? ADDRESS : '--broker-base-url';
  const url = requireUrl(argument, address ?? (env[ADDRESS] || undefined));
  const given = Object.fromEntries(
    CREDENTIALS.flatMap((name): [string, string][] => (env[name] ? [[name, env[name]]] : [])),
  );
  requireOneKind(given);
  for (const [name, value] of Object.entries(given)) requireSendable(name as (typeof CREDENTIALS)[number], value);
  if (env.SSL_CERT_FILE) requireCertificates(env.SSL_CERT_FILE);
  return { url, env: { [ADDRESS]: url, ...given }, secrets: secretsIn(env) };
}

/** What of some variables must appear nowhere, whether they are right or not. */
export function secretsIn(env: Environment): readonly string[] {
  const { PACT_BROKER_PASSWORD: password, PACT_BROKER_TOKEN: token, PACT_BROKER_USERNAME: username } = env;
  return [...(token ? [token] : []), ...(password ? [password, basic(username, password)] : [])];
}

/** An environment without any variable of a broker: addresses and credentials are given to who is to have them. */
export function withoutBroker(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PACT_BROKER_')));
}

/** How a user and a password stand in a header. */
function basic(username = '', password = ''): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}

/** The error for an address that nobody gave; `because` says what asks for it. */
export function missingAddress(because?: string): Error {
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
  if (given === undefined) throw missingAddress();
  const parsed = URL.canParse(given) ? new URL(given) : undefined;
  const url = parsed !== undefined && /^https?:$/.test(parsed.protocol) ? parsed : undefined;
  // What does not parse may have credentials all the same: their own characters are what breaks an address.
  if (url === undefined ? given.includes('@') : url.username !== '' || url.password !== '') {
    // Neither the address nor its parts are shown.
    throw new InvalidArgumentError({
      argument,
      received: new Hidden('an address with credentials in it'),
      allowed: `${complaint.allowed}, without credentials`,
      because: 'An address is printed, and a list of arguments can be read by every process of the machine',
      todo: 'Put them into PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD',
    });
  }
  if (url === undefined) {
    throw new InvalidArgumentError({ ...complaint, received: given });
  }
  return url.href.replace(/\/+$/, '');
}

/** What is shown in place of a value that holds secrets. */
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
    argument: 'what is set for the broker',
    received: names,
    shown: names.join(' and '),
    allowed: 'PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or none of them',
    todo: 'Unset what does not belong to this broker',
  });
}

/** What no header takes, or what changes on its way, would look like a network that fails. */
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
    because: 'It is sent in a header of HTTP, which takes nothing else',
    todo: 'Look how it is set: reading a file often adds a line break at its end',
  });
}

/** Without this, all that is said is that a certificate is not trusted. */
function requireCertificates(file: string): void {
  const complaint = { argument: 'SSL_CERT_FILE', received: file, allowed: 'a readable file of certificates in PEM' };
  let text: string;
  try {
    text = fileText(file);
  } catch (cause) {
    throw new InvalidArgumentError({ ...complaint, because: `It cannot be read: ${(cause as Error).message}` });
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new InvalidArgumentError({ ...complaint, because: 'It has no line -----BEGIN CERTIFICATE-----' });
  }
}
