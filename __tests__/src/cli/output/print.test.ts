import { execFile } from 'node:child_process';
import { endFakeBrokers, fakeBroker } from '../../broker/fakeBroker.ts';
import { builtCommand } from '../command.ts';

afterEach(endFakeBrokers);

const { dir, file, env } = builtCommand();

interface Run {
  readonly code: number;
  readonly output: string;
  readonly stdout: string;
}

function run(environment: Record<string, string>, ...parameters: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const options = { cwd: dir, env: { ...env, PACT_BROKER_TOKEN: '', ...environment } };
    execFile(process.execPath, [file, ...parameters], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr, stdout }),
    );
  });
}

const token = 'tok-en+with/odd=1';

/** A broker whose pacts all contain the credentials that it received. */
function echoing(form: string): ReturnType<typeof fakeBroker> {
  return fakeBroker(({ url }, response, own) => {
    const link = { href: `${own}/results/${form}` };
    const contents = { content: { detail: { eventType: 'CASE.UPDATED', [form]: 1 } }, contentType: 'application/json' };
    const answers: Record<string, object> = {
      '/': { _links: { 'pb:provider-pacts-for-verification': { href: `${own}/list` } } },
      '/list': { _embedded: { pacts: [{ _links: { self: { href: `${own}/pact`, name: `pact ${form}` } } }] } },
      '/pact': {
        consumer: { name: `of ${form}` },
        provider: { name: 'aws.cases' },
        interactions: [
          { type: 'Asynchronous/Messages', description: form, providerStates: [{ name: form }], contents },
        ],
        metadata: { pactSpecification: { version: '4.0' } },
        _links: { 'pb:publish-verification-results': link },
      },
    };
    const answer = answers[url ?? ''];
    response.statusCode = answer === undefined ? 400 : 200;
    response.end(JSON.stringify(answer ?? { error: form }));
  });
}

test.each<[string, string[]]>([
  ['in clear', ['verify-provider', '--publish']],
  ['in base64', ['verify-provider', '--json']],
])('credentials that a broker echoes %s are never printed', async (form, parameters) => {
  const echo = form === 'in clear' ? token : Buffer.from(token).toString('base64');
  const { url, requests } = await echoing(echo);
  const { code, output, stdout } = await run({ PACT_BROKER_BASE_URL: url, PACT_BROKER_TOKEN: token }, ...parameters);
  expect(code).toBe(1);
  expect(output).toContain('of ***');
  expect(output).not.toContain(echo);
  if (parameters.includes('--json')) expect(JSON.parse(stdout).pacts[0].consumer).toBe('of ***');
  expect(new Set(requests.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${token}`]));
});

/** What a terminal or a CI service treats as a command. */
const commands = /^\s*::|##\w*\[/m;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/;

const forms = [
  '::error::\u001b[31mred',
  'a\n::error::b',
  'a\r##[error]b',
  '##vso[task.complete]\u202e',
  '\u009b2J\u2028::set-output name=a::b',
];

test.each([
  ...forms.map((form) => [form, 'verify-provider', '--runs', '0']),
  [forms.join('\n'), 'verify-provider', '--json', '--runs', '0'],
  [forms.join('\n'), 'verify-provider', '--publish', '--runs', '0'],
  [forms.join('\n'), 'can-i-deploy', '-a', 'x', '-e', '1'],
])("a broker's text %j is no command in the output of %s", async (form, ...parameters) => {
  const { url } = await echoing(form);
  const { output, stdout } = await run({ PACT_BROKER_BASE_URL: url }, ...parameters);
  expect(output).not.toMatch(commands);
  expect(output).not.toMatch(unseen);
  if (parameters[0] !== 'verify-provider') return;
  expect(output).toContain('of ');
  if (parameters.includes('--json')) expect(JSON.parse(stdout).pacts[0].consumer).toBe(`of ${form}`);
  // A name on two lines could begin a command of its own.
  else expect(stdout).not.toMatch(/^b/m);
});

test('the error for a wrong argument contains no commands', async () => {
  for (const parameters of [['--\u001b[2J'], ['assemble', '--\r::error::'], ['verify-provider', '\n::error::x']]) {
    const { code, output } = await run({}, ...parameters);
    expect(code).toBeGreaterThan(0);
    expect(output).not.toMatch(commands);
    expect(output).not.toMatch(unseen);
  }
});

test('a token outside the characters of a header is a wrong argument, at once', async () => {
  for (const parameters of [['verify-provider'], ['can-i-deploy', '-a', 'a', '-e', '1']]) {
    const { code, output } = await run(
      { PACT_BROKER_BASE_URL: 'http://127.0.0.1:9', PACT_BROKER_TOKEN: 'to\nken' },
      ...parameters,
    );
    expect(code).toBe(2);
    expect(output).toContain('PACT_BROKER_TOKEN is a text with a line break in it, which is not shown; allowed:');
  }
});

test('pacts of another origin are verified as files, and it gets no credentials', async () => {
  const other = await echoing('x');
  const { url } = await fakeBroker(({ url: path }, response, own) =>
    response.end(
      JSON.stringify(
        path === '/'
          ? { _links: { 'pb:provider-pacts-for-verification': { href: `${own}/list` } } }
          : { _embedded: { pacts: [{ _links: { self: { href: `${other.url}/pact`, name: 'one' } } }] } },
      ),
    ),
  );
  const { output } = await run({ PACT_BROKER_BASE_URL: url, PACT_BROKER_TOKEN: token }, 'verify-provider', '--publish');
  expect(output).toContain(`The broker at ${url} links to ${other.url}, which asks for credentials`);
  // The failed publication does not affect the findings.
  expect(output).toMatch(/^of x \(one\): 1 of 1 interaction does not hold, \d+ events, not published$/m);
  expect(output).toContain(
    '1 of 1 pact expects more than AWS promises: of x.\nNo result was published for one: see above.\n',
  );
  expect(output).not.toContain('Not verified');
  expect(other.requests.map(({ line, authorization }) => [line, authorization])).toEqual([['GET /pact', undefined]]);
});
