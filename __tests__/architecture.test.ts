import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../package.json';

const root = path.dirname(__dirname);

interface Layer {
  readonly name: string;
  readonly folder: string;
  readonly vendors: readonly string[];
}

/** The table of ARCHITECTURE.md. */
const layers: readonly Layer[] = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => /^`.+`$/.test(cells[2] ?? ''))
  .map(([, name = '', folder = '', , vendors = '']) => ({
    name,
    folder: folder.replaceAll('`', ''),
    vendors: vendors.split(', ').filter((vendor) => vendor !== ''),
  }));

interface Source {
  readonly file: string;
  readonly layer: Layer;
  readonly imports: readonly string[];
}

/** What is loaded late, by its name in the flat dist. */
const late = ['./schema.cjs'];

const entries = ['src/index.ts', 'arbitraries/index.ts', 'src/event/schemaEntry.ts'];
const sources: readonly Source[] = layers.flatMap((layer) =>
  filesIn(layer.folder).map((file) => ({ file, layer, imports: importsOf(file) })),
);

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

/** What a file imports: files from the root, packages by name, built-in modules left out. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = [
    ...text.matchAll(/(?:from|import) '([^']+)';/g),
    ...text.matchAll(/await import\('([^']+)'\)/g),
    ...text.matchAll(/createRequire\(__filename\)\('([^']+)'\)/g),
  ];
  return found
    .map(([, name = '']) => (late.includes(name) ? name : fromRoot(file, name)))
    .filter((name) => !name.startsWith('node:') && !name.endsWith('package.json'));
}

function fromRoot(file: string, name: string): string {
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
}

function isFile(name: string): boolean {
  return name.endsWith('.ts');
}

test('the table has the eight layers in their one direction', () => {
  expect(layers.map(({ name }) => name)).toEqual([
    'platform',
    'facts',
    'event',
    'arbitraries',
    'contracts',
    'harness',
    'broker',
    'cli',
  ]);
  expect(sources.length).toBeGreaterThan(80);
});

test.each(sources.map((source) => [source.file, source] as const))(
  '%s imports only its layer and those before it',
  (_, { layer, imports }) => {
    const allowed = layers.slice(0, layers.indexOf(layer) + 1).map(({ folder }) => `${folder}/`);
    expect(imports.filter(isFile).filter((name) => !allowed.some((folder) => name.startsWith(folder)))).toEqual([]);
  },
);

test('nothing imports through an entry of the package', () => {
  expect(
    sources.filter(({ imports }) => imports.some((name) => entries.includes(name))).map(({ file }) => file),
  ).toEqual([]);
});

test('each entry is guarded before it loads anything else, and no bundler may leave the guards out', () => {
  const guards = ['src/platform/guard.ts', 'arbitraries/fastCheckInstalled.ts', 'arbitraries/fastCheckVersion.ts'];
  const first = entries.map((file) => importsOf(file).slice(0, file === 'src/event/schemaEntry.ts' ? 1 : 3));
  expect(first).toEqual([guards, guards, guards.slice(0, 1)]);
  expect(packageJson.sideEffects).toEqual([...guards.map((file) => `./${file}`), './dist/guard*', './dist/fastCheck*']);
  const chunks = packageJson.tsdown[0]?.outputOptions?.codeSplitting.groups.map(({ test }) => new RegExp(test));
  for (const guard of guards) expect(chunks?.filter((chunk) => chunk.test(guard))).toHaveLength(1);
});

test('vendors come in through the layers that the table names', () => {
  const strangers = sources.flatMap(({ file, layer, imports }) =>
    imports
      .filter((name) => !isFile(name) && !late.includes(name))
      .filter((name) => !layer.vendors.some((vendor) => name === vendor || name.startsWith(`${vendor}/`)))
      .map((name) => `${file}: ${name}`),
  );
  expect(strangers).toEqual([]);
});

/** The sources that name a package in a text of their code, however they load it. */
function naming(vendor: string): string[] {
  const name = new RegExp(`^(?! *(\\*|//|/\\*)).*['"\`]${vendor}`, 'm');
  return sources.map(({ file }) => file).filter((file) => name.test(readFileSync(path.join(root, file), 'utf8')));
}

test.each([
  ['@pact-foundation/pact-cli', /^src\/broker\/pactClient\.ts$/],
  ['@pact-foundation/pact(?!-cli)', /^src\/harness\/pact\//],
  ['undici', /^src\/broker\/brokerFetch\.ts$/],
  ['zod', /^src\/event\/(schema|parse)/],
  ['commander', /^src\/cli\//],
  ['jiti', /^src\/cli\/domainFile\.ts$/],
  ['leven', /^src\/event\/invalidArgument\.ts$/],
  ['fast-check', /^(arbitraries|src\/harness)\//],
])('%s comes in through its door only', (vendor, door) => {
  const files = naming(vendor);
  expect(files).not.toEqual([]);
  expect(files.filter((file) => !door.test(file))).toEqual([]);
});

test("what runs beside a consumer's tests takes Node's modules from one place, where no mock reaches", () => {
  // What finds the files of packages is the runner's on purpose.
  const replaced = /from 'node:(?!module)/;
  const beside = sources.filter(({ file }) => !/^src\/(broker|cli)\//.test(file));
  const importing = beside.filter(({ file }) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .some((line) => replaced.test(line) && !line.startsWith('import type ')),
  );
  expect(importing.map(({ file }) => file)).toEqual([]);
});

test('what is printed goes through one door, where no text is a command for a terminal or a CI service', () => {
  const writing = sources.filter(({ file }) =>
    /(?:stdout|stderr)\)?\.write\(|\bwriteSync\(\s*STD|console\./.test(readFileSync(path.join(root, file), 'utf8')),
  );
  // Each through `printable`, but for the events of `sinks` and the words of `progress`, which are ours.
  expect(writing.map(({ file }) => file).sort()).toEqual([
    'src/cli/command.ts',
    'src/cli/domainFile.ts',
    'src/cli/generateCommand.ts',
    'src/cli/main.ts',
    'src/cli/print.ts',
    'src/cli/progress.ts',
    'src/cli/sinks.ts',
    'src/platform/realProcess.ts',
  ]);
});

test('fast-check is asked for values in one place, and runs no property of ours: a project configures it for its own', () => {
  const running = /\bfc\.(assert|asyncProperty|check|property|statistics)\b/;
  const drawing = /\bfc\.(sample|configureGlobal)\b/;
  const texts = sources.map(({ file }) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
  const files = (what: RegExp) =>
    texts.filter(({ text }) => what.test(text.replaceAll(/^ *(\*|\/\/|\/\*).*$/gm, ''))).map(({ file }) => file);
  expect(files(running)).toEqual([]);
  expect(files(drawing)).toEqual(['src/harness/draw.ts']);
});

test.each(['platform', 'facts'])('%s imports nothing but itself', (name) => {
  expect(
    sources
      .filter(({ layer }) => layer.name === name)
      .flatMap(({ imports }) => imports.filter((imported) => !imported.startsWith(`src/${name}/`))),
  ).toEqual([]);
});

test('files import each other in circles only where that is known', () => {
  const graph = new Map(sources.map(({ file, imports }) => [file, imports.filter(isFile)]));
  expect(sources.map(({ file }) => file).filter((file) => reaches(graph, file, file))).toEqual(knownCircles);
});

// A plan names its shape, a shape its slots, a fill its plan: types only, nothing at run time.
const knownCircles: readonly string[] = [];

// In a CommonJS bundle of our ES modules there is no import.meta.url, of which tsdown makes __filename.
test('the schema entry asks nowhere for the name of its file: people bundle it', () => {
  const graph = new Map(
    [...sources.map(({ file }) => file), ...entries].map((file) => [file, importsOf(file).filter(isFile)]),
  );
  const asking = [...graph.keys()].filter((file) =>
    /__(file|dir)name|import\.meta/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(asking).not.toEqual([]);
  expect(asking.filter((file) => reaches(graph, 'src/event/schemaEntry.ts', file))).toEqual([]);
});

function reaches(graph: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [...(graph.get(from) ?? [])];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (file === to) return true;
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...(graph.get(file) ?? []));
  }
  return false;
}

/** Sources without a test of their own, by the test that holds them: what they do shows only together. */
const testedTogether: Readonly<Record<string, readonly string[]>> = {
  // The parts of plans: the laws run for every class, bullet, type and dialect.
  'arbitraries/laws': ['arbitraries/'],
  // What a history tells: its laws hold for every domain and dialect.
  'arbitraries/history/caseHistory': ['arbitraries/history/'],
  // Paths are what a table's rows are made of.
  'contracts/contractsFor': [
    'contracts/consumerName',
    'contracts/contract',
    'contracts/ignored',
    'contracts/madeContracts',
    'src/event/contentPaths',
  ],
  'contracts/advice': ['contracts/domainWithoutFields'],
  'contracts/interaction': ['contracts/exampleBody', 'contracts/matchers', 'contracts/providerStates'],
  'src/broker/askBroker': ['src/broker/brokerFailure', 'src/broker/pactClient'],
  'src/broker/publish': ['src/broker/scratchDirectory'],
  'src/broker/assemble': ['src/broker/partSets', 'src/broker/refusal', 'src/broker/sortedJson'],
  // What Pact's verifier says of an event shows only in a run.
  'src/broker/provider/verifyProvider': [
    'src/broker/provider/batchPact',
    'src/broker/provider/documentedSample',
    'src/broker/provider/failure',
    'src/broker/provider/finishPact',
    'src/broker/provider/factsOfDemand',
    'src/broker/provider/judge',
    'src/broker/provider/lastRun',
    'src/broker/provider/playlist',
    'src/broker/provider/questionKinds',
    'src/broker/provider/readsOf',
    'src/broker/provider/remedyOf',
    'src/broker/provider/shrinkTargets',
    'src/broker/provider/targets',
    'src/broker/provider/verdict',
    'src/broker/provider/verifierPool',
  ],
  'src/broker/provider/brokerPacts': [
    'src/broker/brokerRequest',
    'src/broker/refusalOf',
    'src/broker/provider/publishing',
  ],
  'src/harness/transports/envelopes': [
    'src/harness/transports/firehose',
    'src/harness/transports/kinesis',
    'src/harness/transports/lambda',
    'src/harness/transports/message',
    'src/harness/transports/sns',
    'src/harness/transports/snsToSqs',
    'src/harness/transports/sqs',
    'src/harness/transports/transport',
  ],
  // What is read shows by what is told of handlers, and what is not.
  'handlers/looks': [
    'src/harness/firstLook',
    'src/harness/mistake',
    'src/harness/mistakenHandler',
    'src/harness/seeing',
    'src/harness/settled',
    'src/harness/touchedReads',
    'src/harness/triedOtherwise',
    'src/harness/warnOfReads',
  ],
  'src/harness/watch': ['src/harness/watched', 'src/harness/watchedCopy', 'src/harness/watchedView'],
  'src/harness/watchedCalls': ['src/harness/standIn'],
  'src/harness/transports/via': [
    'src/harness/transports/asJson',
    'src/harness/transports/batchItemFailures',
    'src/harness/transports/callLambda',
    'src/harness/transports/ignoredAnswer',
    'src/harness/transports/lostReport',
  ],
  'src/harness/runHandler': ['src/harness/answerFailure'],
  'src/harness/invoke': [
    'src/harness/eventLoop',
    'src/harness/firstAnswer',
    'src/harness/lambdaRuntime',
    'src/harness/pendingWork',
  ],
  'src/harness/witness': ['src/harness/handlerName', 'src/platform/runningTest'],
  'src/harness/requireFunction': ['src/harness/requireHook'],
  'src/harness/lateErrors': ['src/harness/tracedCall'],
  'src/harness/suspects': ['src/harness/outsideError', 'src/harness/withdrawal'],
  'src/harness/delivery/verifyDelivery': ['src/harness/delivery/'],
  'src/cli/main': ['src/cli/assembleCommand', 'src/cli/command'],
  'src/cli/verifyProviderCommand': ['src/cli/providerJson', 'src/cli/verifyProvider'],
  'src/cli/generateCommand': ['src/cli/domainFile', 'src/cli/generate', 'src/cli/progress', 'src/cli/sinks'],
  'src/event/domain': ['src/event/plainCopy', 'src/facts/regions'],
  'src/platform/supported': ['src/platform/guard', 'src/platform/unsupported'],
  'src/harness/pact/part': ['src/harness/pact/writeInteraction'],
  'src/harness/pact/tableClaim': ['src/harness/pact/claim'],
  'src/harness/pact/runners': ['src/platform/runnerProcess', 'src/platform/runningTestFile'],
  'src/harness/explain': ['src/harness/failureLines'],
  'src/harness/oddErrors': ['src/harness/presentable', 'src/harness/readError'],
  'src/harness/errorChain': ['src/harness/consumerFrame', 'src/harness/thrownLines', 'src/harness/withFramesOf'],
  'src/event/callerStack': ['src/harness/withCaller'],
  'src/harness/verify': [
    'src/harness/contractViolation',
    'src/harness/hook',
    'src/harness/lambdaContext',
    'src/harness/playContract',
    'src/harness/replay',
    'src/harness/run',
    'src/harness/violationOf',
    'src/platform/realProcess',
    'src/platform/writeWhole',
  ],
  readme: ['src/index'],
};

function hasTest(name: string): boolean {
  return ['test', 'types.test'].some((kind) => existsSync(path.join(root, '__tests__', `${name}.${kind}.ts`)));
}

test('every source has a test of its name, or a place in the list of those that are tested together', () => {
  const listed = Object.values(testedTogether).flat();
  const names = [...sources.map(({ file }) => file), 'src/index.ts'].map((file) => file.replace(/\.ts$/, ''));
  const untested = names.filter(
    (name) =>
      !hasTest(name) && !listed.some((start) => start === name || (start.endsWith('/') && name.startsWith(start))),
  );
  expect(untested).toEqual([]);
});

test('the list of those that are tested together is no longer than it must be', () => {
  expect(
    Object.keys(testedTogether).filter((name) => !existsSync(path.join(root, '__tests__', `${name}.test.ts`))),
  ).toEqual([]);
  const files = Object.values(testedTogether)
    .flat()
    .filter((name) => !name.endsWith('/'));
  expect(files.filter((name) => hasTest(name) || !existsSync(path.join(root, `${name}.ts`)))).toEqual([]);
});
