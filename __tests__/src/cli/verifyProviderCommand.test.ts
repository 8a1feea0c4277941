import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { builtCommand } from './command.ts';

const { dir, run, shownBy, env, file: cli } = builtCommand();

// The tests look at terminals in the way of Linux.
const onLinux = process.platform === 'linux' ? test : test.skip;

const good = path.resolve(__dirname, '../../good/otherLanguages');

function write(name: string, content: unknown): string {
  mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
  writeFileSync(path.join(dir, name), JSON.stringify(content));
  return name;
}

function pact(consumer: string, detail: object, provider: string = 'aws.cases', rules: object = {}): object {
  const content = { detail: { eventType: 'CASE.UPDATED', ...detail } };
  const contents = { content, contentType: 'application/json', encoded: false };
  const matchingRules = { body: { $: { combine: 'AND', matchers: [{ match: 'type' }] }, ...rules } };
  const interaction = { type: 'Asynchronous/Messages', description: 'an update', contents, matchingRules };
  const metadata = { pactSpecification: { version: '4.0' } };
  return { consumer: { name: consumer }, provider: { name: provider }, interactions: [interaction], metadata };
}

const honest = pact('honest', { case: { caseId: 'c' } });
const demanding = pact('demanding', { performedBy: { user: {} } });

describe('connect-cases verify-provider', () => {
  test('accepts pacts of other languages: exit code 0, unknown states and warnings on standard error', () => {
    const { status, stdout, stderr } = run('verify-provider', good, '--runs', '5', '--json');
    const { pacts, providerVersion, unknownStates } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(providerVersion).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
    expect(pacts.map(({ consumer, holds }: { consumer: string; holds: boolean }) => [consumer, holds])).toEqual([
      ['search-go', true],
      ['billing-jvm', true],
      ['Crm.Net', true],
      ['reports-python', true],
    ]);
    expect(unknownStates).toEqual(['"Comments are indexed"', '"a case with the id c-1" {"id":"c-1"}']);
    expect(stderr).toContain(
      'These provider states are ignored (those without a reason are unknown to connect-cases-contracts): "Comments are indexed", "a case with the id c-1" {"id":"c-1"}.\n',
    );
    // Its state limits it to events by a user.
    expect(stderr).not.toContain('performedBy');
  });

  onLinux('shows progress on a terminal, and removes it at the end', () => {
    for (let number = 0; number < 60; number++) {
      write(`many/${number}.json`, pact(`consumer-${number}`, { case: { caseId: 'c' } }));
    }
    const shown = shownBy('verify-provider', 'many', '--runs', '5').split('\r\u001b[K');
    expect(shown.slice(1, -1)).toContainEqual(expect.stringMatching(/^24 of 60 interactions, [\d,]+ events$/));
    // A line of progress appears before the first interactions are done.
    expect(shown.slice(1, -1)).toContainEqual(expect.stringMatching(/^0 of 60 interactions, [\d,]+ events$/));
    expect(shown.at(-1)).toMatch(/^consumer-0 \(/);
  });

  test('reports each failure with its smallest event, and one line for each pact: exit code 1', () => {
    const files = [write('honest.json', honest), write('demanding.json', demanding)];
    const { status, stdout, stderr } = run('verify-provider', ...files, '--runs', '5');
    expect(status).toBe(1);
    expect(stdout).toContain('honest (honest.json): 1 interaction holds, ');
    expect(stdout).toContain('demanding: "an update": it expects what AWS does not promise (class sparse).');
    expect(stdout).toContain('→ absent');
    expect(stdout).toContain('demanding (demanding.json): 1 of 1 interaction does not hold, ');
    expect(stdout).toMatch(/Verified by the event model \d+\.\d+\.\d+\+[0-9a-f]{12}\.\n$/);
    expect(stderr).toContain('1 of 2 pacts expect more than AWS promises: demanding.\n');
    expect(stdout).not.toContain('Verifying a pact between');
  });

  test('takes the same events for the same seed, and others for another', () => {
    const file = write('demanding.json', demanding);
    const outcome = (...options: string[]) => run('verify-provider', file, '--json', ...options).stdout;
    const [first, again, other] = ['7', '7', '8'].map((seed) => outcome('--seed', seed));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    const [failure, ...others] = JSON.parse(outcome('--runs', '0')).pacts[0].interactions[0].failures;
    expect(others).toEqual([]);
    expect(Object.keys(failure)).toEqual(['demands', 'class', 'event', 'differences', 'facts', 'todo']);
    expect(failure).toMatchObject({
      class: 'sparse',
      demands: {
        kind: 'presence',
        steps: ['detail', 'performedBy', 'user'],
        path: 'detail.performedBy.user',
        words: 'detail.performedBy.user is expected, but missing',
      },
    });
    expect(Object.keys(failure.demands)).toEqual(['kind', 'steps', 'path', 'words']);
  });

  test('plays captured events, and never shows their values', () => {
    const event = structuredClone(makeSample('CASE.UPDATED', exampleDomain)) as {
      detail: { case: { caseId: string } };
    };
    event.detail.case.caseId = 'private';
    const resources = makeSample('CASE.UPDATED', exampleDomain).resources.map((arn) =>
      arn.replace(/case\/.*/, 'case/private'),
    );
    write('captured/one.json', { ...event, resources });
    const rules = {
      '$.detail.case.caseId': { combine: 'AND', matchers: [{ match: 'regex', regex: '^.{20,}$' }] },
    };
    const file = write('picky.json', pact('picky', { case: { caseId: 'c' } }, 'aws.cases', rules));
    const { status, stdout, stderr } = run('verify-provider', file, '--recordings', 'captured', '--runs', '5');
    const place = path.join('captured', 'one.json');
    expect([status, stderr]).toEqual([1, expect.stringContaining('1 of 1 pact expects more')]);
    expect(stdout).toContain(
      `picky: "an update": it does not hold for the captured event at ${place}, at $.detail.case.caseId.`,
    );
    expect(stdout).not.toContain('private');
    expect(stderr).not.toContain('played against nothing');
  });

  test('reports the number of captured events without an interaction', () => {
    write('others/one.json', makeSample('CASE.DELETED', exampleDomain));
    const file = write('honest.json', honest);
    expect(run('verify-provider', file, '--recordings', 'others', '--runs', '0')).toMatchObject({
      status: 0,
      stderr: '1 of the captured events is not checked: no interaction is about its event type (CASE.DELETED).\n',
    });
  });

  test("reports the number of events of an interaction's type outside its provider states", () => {
    write('states/one.json', makeSample('CASE.UPDATED', exampleDomain));
    write('states/two.json', makeSample('CASE.UPDATED', exampleDomain));
    write('states/three.json', makeSample('CASE.DELETED', exampleDomain));
    write('states/four.json', makeSample('CASE.CREATED', exampleDomain));
    const whole = JSON.parse(JSON.stringify(honest)) as { interactions: object[] };
    const providerStates = [{ name: 'a user of one kind made the change', params: { kind: 'customEntity' } }];
    const file = write('inState.json', { ...whole, interactions: [{ ...whole.interactions[0], providerStates }] });
    const { stderr } = run('verify-provider', file, '--recordings', 'states', '--runs', '0');
    expect(stderr).toBe(
      '2 of the captured events are not checked: no interaction is about their event types (CASE.CREATED, CASE.DELETED).\n' +
        '2 of the captured events are not checked: interactions are about their event type, but none has provider states that they satisfy.\n',
    );
  });

  test('distinguishes interactions that cannot be verified from those that expect too much', () => {
    const contents = { content: 'hello', contentType: 'text/plain', encoded: false };
    const whole = pact('texts', {}) as { interactions: object[] };
    const file = write('texts.json', { ...whole, interactions: [{ ...whole.interactions[0], contents }] });
    expect(run('verify-provider', file)).toMatchObject({
      status: 1,
      stderr: '1 of 1 pact cannot be verified: texts.\n',
    });
  });

  describe('reports an invalid pact by name, and the verdict of a valid one beside it', () => {
    const odd = (change: object, interaction: object = {}) => {
      const whole = pact('odd', { case: { caseId: 'c' } }) as { interactions: object[] };
      return { ...whole, interactions: [{ ...whole.interactions[0], ...interaction }], ...change };
    };
    const plugins = [{ name: 'protobuf', version: '0.3.15' }];
    const typed = (contentType: string) => ({ contents: { content: { detail: {} }, contentType, encoded: false } });
    const endless = {
      contents: { content: { detail: { eventType: 'string' } }, contentType: 'application/json', encoded: false },
      matchingRules: { body: { '$.detail.eventType': { matchers: [{ match: 'regex', regex: '((.+)+)+!' }] } } },
    };

    test.each<[string, object, string]>([
      [
        'plugins',
        odd({ metadata: { plugins } }),
        'odd.json needs the Pact plugin "protobuf", and this command loads none.',
      ],
      ['half of a surrogate pair', odd({ consumer: { name: 'o\ud800' } }), 'a text holds half of a surrogate pair'],
      ['a content type of odd characters', odd({}, typed('application/json; é')), 'its content type is '],
      ['a content type over two lines', odd({}, typed('application/json\r\nX: y')), 'its content type is '],
      ['a pattern without an end', odd({}, endless), 'takes longer than a second'],
      ['other JSON', { name: 'package' }, 'odd.json is not a pact: it names no consumer and provider.'],
    ])('%s', (_, content, message) => {
      const files = [write('odd.json', content), write('honest.json', honest)];
      const { status, stdout } = run('verify-provider', ...files, '--runs', '0');
      expect(stdout).toContain(message);
      expect(stdout).toContain('honest (honest.json): 1 interaction holds, ');
      expect(status).toBe(1);
    });

    test('5,000 levels', () => {
      const text = JSON.stringify(odd({})).replace('"c"', '['.repeat(5000) + ']'.repeat(5000));
      writeFileSync(path.join(dir, 'deep.json'), text);
      const { status, stdout } = run('verify-provider', 'deep.json', write('honest.json', honest), '--runs', '0');
      expect(stdout).toContain(
        "it cannot be verified: Pact's verifier cannot read it: more than 126 objects and lists are nested in each other",
      );
      expect(stdout).toContain('honest (honest.json): 1 interaction holds, ');
      expect(status).toBe(1);
    });

    test('a missing file', () => {
      const { status, stdout, stderr } = run(
        'verify-provider',
        'none.json',
        write('honest.json', honest),
        '--runs',
        '0',
      );
      expect(stdout).toContain('none.json cannot be read (there is no such file or folder).');
      expect(stdout).toContain('honest (honest.json): 1 interaction holds, ');
      expect([status, stderr]).toEqual([1, 'Not verified: none.json. See above.\n']);
    });
  });

  test('accepts a pact with a byte order mark', () => {
    writeFileSync(path.join(dir, 'bom.json'), `\ufeff${JSON.stringify(honest)}`);
    const { status, stdout, stderr } = run('verify-provider', 'bom.json', '--runs', '0');
    expect(stdout).toContain('honest (bom.json): 1 interaction holds, ');
    expect([status, stderr]).toEqual([0, '']);
  });

  onLinux('accepts a pact from another command, and refuses what is neither file nor pipe', () => {
    const file = write('honest.json', honest);
    const typed = `${JSON.stringify(process.execPath)} ${JSON.stringify(cli)} verify-provider --runs 0`;
    const shell = (rest: string) => spawnSync('bash', ['-c', `${typed} ${rest}`], { cwd: dir, env, encoding: 'utf8' });
    expect(shell(`<(cat ${file})`)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('1 interaction holds'),
    });
    expect(shell(`/dev/stdin < ${file}`)).toMatchObject({ status: 0 });
    expect(shell('/dev/zero').stderr).toBe('/dev/zero cannot be read (it is a device, not a file).\n');
    expect(shell(`${file} --domain /dev/zero`).stderr).toContain('that loads. It is a device, not a file.');
    mkdirSync(path.join(dir, 'piped'));
    spawnSync('mkfifo', [path.join(dir, 'piped', 'one.json')]);
    expect(shell(`${file} --recordings piped`)).toMatchObject({
      status: 2,
      stderr:
        '--recordings is "piped"; allowed: a folder of captured events. piped/one.json cannot be read: it is a pipe, not a file.\n',
    });
    // Nobody means a pipe in a folder, so the command does not wait for it.
    expect(shell('piped').stderr).toBe('piped/one.json cannot be read (it is a pipe, not a file).\n');
    symlinkSync('round.json', path.join(dir, 'round.json'));
    expect(shell('round.json').stderr).toBe('round.json cannot be read (its links form a loop).\n');
    expect(shell(`${file} --domain round.json`)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('that loads. Its links form a loop.'),
    });
    symlinkSync('nothing.json', path.join(dir, 'dangling.json'));
    expect(shell('dangling.json').stderr).toBe('dangling.json cannot be read (it is a broken link).\n');
  });

  test('limits the events to the data that the domain includes', () => {
    const domain = write('domain.json', { region: 'eu-central-1', accountId: '444455556666', domainId: 'd0' });
    const state = { name: 'a case field has a value', params: { fieldId: 'status', member: 'stringValue' } };
    const whole = pact('reader', {}) as { interactions: object[] };
    const file = write('reader.json', {
      ...whole,
      interactions: [{ ...whole.interactions[0], providerStates: [state] }],
    });
    expect(run('verify-provider', file, '--runs', '5').status).toBe(0);
    const { status, stdout } = run('verify-provider', file, '--runs', '5', '--domain', domain);
    expect(status).toBe(1);
    expect(stdout).toContain(
      'reader: "an update": it cannot be verified: no CASE.UPDATED event of the domain satisfies its state "a case field has a value" {"fieldId":"status","member":"stringValue"}.',
    );
  });

  test.each<[string, () => string[], string]>([
    [
      'a file that is not a pact',
      () => [write('no.json', {})],
      'no.json is not a pact: it names no consumer and provider.',
    ],
    ['a missing file', () => ['none.json'], 'none.json cannot be read (there is no such file or folder).'],
    [
      'a pact with another provider',
      () => [write('other.json', pact('c', {}, 'payments'))],
      'other.json is a pact with payments, not with aws.cases.',
    ],
  ])('%s: exit code 1', (_, parameters, message) => {
    const { status, stdout, stderr } = run('verify-provider', ...parameters());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
  });

  test.each<[string, string[], string]>([
    [
      'neither files nor a broker',
      [],
      'the name of a pact file is missing; allowed: pact files, or folders that hold some.',
    ],
    [
      'an invalid number of runs',
      ['x', '--runs', 'many'],
      '--runs is "many"; allowed: a whole number from 0 to 100,000',
    ],
    ['an invalid seed', ['x', '--seed', '-1'], '--seed is "-1"; allowed: a whole number from 0 to 2,147,483,647'],
    [
      'selectors together with files',
      ['x', '--branch', 'main'],
      '--branch is given together with files; allowed: without files only.',
    ],
    ['publishing with files', ['x', '--publish'], 'Leave the files out to take the pacts from the broker.'],
    [
      'a branch without publishing',
      ['x', '--provider-branch', 'm'],
      '--provider-branch is given without --publish; allowed: together with --publish only.',
    ],
    ['an unknown option', ['--brunch', 'x'], "error: unknown option '--brunch'"],
  ])('refuses %s: exit code 2', (_, parameters, message) => {
    const { status, stdout, stderr } = run('verify-provider', ...parameters);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
