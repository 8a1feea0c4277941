import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
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

/** Modules that are loaded late, by their names in the flat dist. */
const late = ['./schema.cjs'];

const entries = [
  'src/index.ts',
  'arbitraries/index.ts',
  'src/infrastructure/index.ts',
  'model/schemaEntry.ts',
  'model/rulesEntry.ts',
];
/** Entries that need no fast-check. */
const withoutFastCheck = entries.slice(2);
const sources: readonly Source[] = layers.flatMap((layer) =>
  filesIn(layer.folder).map((file) => ({ file, layer, imports: importsOf(file) })),
);

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

/** The imports of a file: files from the root and packages by name, without built-in modules. */
function importsOf(file: string): string[] {
  return listImported(readFileSync(path.join(root, file), 'utf8'))
    .map((name) => (late.includes(name) ? name : fromRoot(file, name)))
    .filter((name) => !name.startsWith('node:') && !name.endsWith('package.json'));
}

/** The names that a source imports or requires, in any form. */
function listImported(text: string): string[] {
  const found = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const late = [...text.matchAll(/createRequire\(__filename\)\('([^']+)'\)/g)].map(([, name = '']) => name);
  return [...found, ...late];
}

function fromRoot(file: string, name: string): string {
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
}

function isFile(name: string): boolean {
  return name.endsWith('.ts');
}

test.each([
  "import { a } from './a.ts';",
  'import type { A } from "./a.ts";',
  "import './a.ts';",
  "export * from './a.ts';",
  "type A = import('./a.ts').A;",
  "const load = () => import('./a.ts');",
  "const a = require('./a.ts');",
  "const a = createRequire(__filename)('./a.ts');",
])('an import is seen in every form: %s', (text) => {
  expect(listImported(text)).toEqual(['./a.ts']);
});

test('the table has the nine layers in their one direction', () => {
  expect(layers.map(({ name }) => name)).toEqual([
    'model',
    'arbitraries',
    'contracts',
    'pact',
    'harness',
    'infrastructure',
    'broker',
    'provider',
    'cli',
  ]);
  expect(sources.length).toBeGreaterThan(300);
});

test.each(sources.map((source) => [source.file, source] as const))(
  '%s imports only its layer and the earlier ones',
  (_, { layer, imports }) => {
    const allowed = layers.slice(0, layers.indexOf(layer) + 1).map(({ folder }) => `${folder}/`);
    expect(imports.filter(isFile).filter((name) => !allowed.some((folder) => name.startsWith(folder)))).toEqual([]);
  },
);

test('imports between folders, and between a folder and its subfolders, go one way at every depth', () => {
  expect([...folderGraphs()].flatMap(([folder, graph]) => circles(folder, graph))).toEqual([]);
});

/** For each folder: the imports between its subfolders, and its own files as `.`. */
function folderGraphs(): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const graphs = new Map<string, Map<string, string[]>>();
  for (const { file, imports } of sources) {
    for (const imported of imports.filter(isFile)) {
      const [from, to] = [file.split('/'), imported.split('/')];
      const depth = from.findIndex((name, index) => name !== to[index]);
      if (depth < 0) continue;
      const [here, there] = [from, to].map((names) => (names.length === depth + 1 ? '.' : (names[depth] as string)));
      const folder = from.slice(0, depth).join('/');
      const graph = graphs.get(folder) ?? new Map<string, string[]>();
      graphs.set(folder, graph);
      if (here !== there) graph.set(here as string, [...(graph.get(here as string) ?? []), there as string]);
    }
  }
  return graphs;
}

function circles(folder: string, graph: ReadonlyMap<string, readonly string[]>): string[] {
  return [...graph.keys()].filter((name) => reaches(graph, name, name)).map((name) => path.posix.join(folder, name));
}

test('other layers use generated events only through their facade and the public files beside it', () => {
  const isInside = (name: string): boolean => /^arbitraries\/(?!space\/).+\//.test(name);
  const users = sources.filter(({ layer }) => layer.name !== 'arbitraries');
  expect(users.flatMap(({ file, imports }) => imports.filter(isInside).map((name) => `${file}: ${name}`))).toEqual([]);
});

test('other layers import from the public files only what the package exports, or a name in the list', () => {
  const entriesOfEvents = ['arbitraries/index.ts', 'src/index.ts'];
  const exported = entriesOfEvents.flatMap((entry) => exchangedNames(entry, ts.isExportDeclaration));
  const known = new Set([...exported, ...ownNames]);
  const users = sources.filter(({ layer }) => layer.name !== 'arbitraries');
  const used = users.flatMap(({ file }) =>
    exchangedNames(file, (statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)),
  );
  const ofPublicFiles = used.filter((name) => /^arbitraries\/[^/]+$/.test(name));
  expect(ofPublicFiles.filter((name) => !known.has(name))).toEqual([]);
  expect(ownNames.filter((name) => exported.includes(name) || !used.includes(name))).toEqual([]);
});

/** What other layers use beside the public names. Each is about the needs of a check, not about events. */
const ownNames: readonly string[] = [
  // `verifyDelivery` changes the fields that contracts read more often. To consumers, each field is as good as another.
  'arbitraries/caseHistory.ts historiesFor',
  // A run gives each event that it plays its own ids, so that a late error shows its event.
  'arbitraries/foreignEvents.ts identifyForeign',
  // A report names the defect of a poisoned record. A property of the event would change the event.
  'arbitraries/malformedEvents.ts findDefect',
  // The command writes shards of millions of events. A test calls fixture for each of its few.
  'arbitraries/fixtureStream.ts fixtureStream',
  'arbitraries/fixtureStream.ts StreamOptions',
];

test('no module passes on what another one declares, except the entries: each name has one way in', () => {
  const passing = sources.filter(
    ({ file }) => !entries.includes(file) && statementsOf(file).some(ts.isExportDeclaration),
  );
  expect(passing.map(({ file }) => file)).toEqual([]);
});

/** The names that some statements take from other modules, with the file that each comes from. */
function exchangedNames(file: string, isWanted: (statement: ts.Statement) => boolean): string[] {
  return statementsOf(file)
    .filter(isWanted)
    .flatMap((statement) => {
      const { moduleSpecifier } = statement as ts.ImportDeclaration | ts.ExportDeclaration;
      if (moduleSpecifier === undefined) return [];
      const from = fromRoot(file, (moduleSpecifier as ts.StringLiteral).text);
      return specifiersIn(statement).map((name) => `${from} ${name}`);
    });
}

/** The names in the braces of a statement; `*` for all of a module. */
function specifiersIn(statement: ts.Statement): string[] {
  const clause = ts.isImportDeclaration(statement)
    ? statement.importClause?.namedBindings
    : (statement as ts.ExportDeclaration).exportClause;
  if (clause === undefined) return ts.isExportDeclaration(statement) ? ['*'] : [];
  if (!ts.isNamedExports(clause) && !ts.isNamedImports(clause)) return ['*'];
  return clause.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

function statementsOf(file: string): readonly ts.Statement[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements];
}

test('no folder has more than 20 source files', () => {
  const folders = sources.map(({ file }) => path.posix.dirname(file));
  expect(folders.filter((folder) => folders.filter((other) => other === folder).length > 20)).toEqual([]);
});

test('nothing imports through an entry of the package', () => {
  expect(
    sources.filter(({ imports }) => imports.some((name) => entries.includes(name))).map(({ file }) => file),
  ).toEqual([]);
});

test('each entry checks its runtime before it loads anything else, and no bundler may drop the checks', () => {
  const guards = ['model/platform/guard.ts', 'arbitraries/fastCheckInstalled.ts', 'arbitraries/fastCheckVersion.ts'];
  const first = entries.map((file) => importsOf(file).slice(0, withoutFastCheck.includes(file) ? 1 : 3));
  expect(first).toEqual([guards, guards, guards.slice(0, 1), guards.slice(0, 1), guards.slice(0, 1)]);
  expect(packageJson.sideEffects).toEqual([...guards.map((file) => `./${file}`), './dist/guard*', './dist/fastCheck*']);
  const chunks = [
    ...readFileSync(path.join(root, 'tsdown.config.ts'), 'utf8').matchAll(/chunk\(\s*'\w+',\s*\/(.+)\/,?\s*\)/g),
  ];
  const patterns = chunks.map(([, pattern = '']) => new RegExp(pattern));
  for (const guard of guards) expect(patterns.filter((pattern) => pattern.test(guard))).toHaveLength(1);
});

test('packages are imported only in the layers that the table names', () => {
  const strangers = sources.flatMap(({ file, layer, imports }) =>
    imports
      .filter((name) => !isFile(name) && !late.includes(name))
      .filter((name) => !layer.vendors.some((vendor) => name === vendor || name.startsWith(`${vendor}/`)))
      .map((name) => `${file}: ${name}`),
  );
  expect(strangers).toEqual([]);
});

/** The sources that name a package in a text of their code, in any way of loading it. */
function naming(vendor: string): string[] {
  const name = new RegExp(`^(?! *(\\*|//|/\\*)).*['"\`]${vendor}`, 'm');
  return sources.map(({ file }) => file).filter((file) => name.test(readFileSync(path.join(root, file), 'utf8')));
}

test.each([
  ['@pact-foundation/pact-cli', /^src\/broker\/client\/findClientProgram\.ts$/],
  ['@pact-foundation/pact(?!-cli)', /^src\/pact\//],
  ['undici', /^src\/broker\/client\/fetchFromBroker\.ts$/],
  ['zod', /^model\/(schema|parse)/],
  ['commander', /^src\/cli\//],
  ['jiti', /^src\/cli\/modules\/loadModule\.ts$/],
  ['yaml', /^src\/infrastructure\/template\/parseYaml\.ts$/],
  ['leven', /^model\/values\/invalidArgument\.ts$/],
  ['fast-check', /^(arbitraries|src\/harness)\//],
])('%s is imported only in its own place', (vendor, door) => {
  const files = naming(vendor);
  expect(files).not.toEqual([]);
  expect(files.filter((file) => !door.test(file))).toEqual([]);
});

test("code that runs beside a consumer's tests takes Node's modules from one place, which mocks cannot reach", () => {
  // The search for a package's files uses the runner's modules on purpose.
  const replaced = /from 'node:(?!module)/;
  const beside = sources.filter(({ file }) => !/^src\/(broker|provider|cli)\//.test(file));
  const importing = beside.filter(({ file }) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .some((line) => replaced.test(line) && !line.startsWith('import type ')),
  );
  expect(importing.map(({ file }) => file)).toEqual([]);
});

test('all output goes through one place that removes commands for terminals and CI services', () => {
  const writing = sources.filter(({ file }) =>
    /(?:stdout|stderr)\)?\.write\(|\bwriteSync\(\s*STD|console\./.test(readFileSync(path.join(root, file), 'utf8')),
  );
  // Each calls `makePrintable`, except for the events of `sinks` and the words of `progress`, which are ours.
  expect(writing.map(({ file }) => file).sort()).toEqual([
    'model/platform/realProcess.ts',
    'src/cli/command.ts',
    'src/cli/generateCommand.ts',
    'src/cli/main.ts',
    'src/cli/modules/loadModule.ts',
    'src/cli/output/print.ts',
    'src/cli/output/progress.ts',
    'src/cli/output/sinks.ts',
  ]);
});

test('only one place draws values from fast-check, and no property of ours runs, because a project configures fast-check for itself', () => {
  const running = /\bfc\.(assert|asyncProperty|check|property|statistics)\b/;
  const drawing = /\bfc\.(sample|configureGlobal)\b/;
  const texts = sources.map(({ file }) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
  const files = (what: RegExp) =>
    texts.filter(({ text }) => what.test(text.replaceAll(/^ *(\*|\/\/|\/\*).*$/gm, ''))).map(({ file }) => file);
  expect(files(running)).toEqual([]);
  expect(files(drawing)).toEqual(['src/harness/run/draw.ts']);
});

test.each(['model/platform/', 'model/facts/'])('%s imports nothing but itself', (folder) => {
  expect(
    sources
      .filter(({ file }) => file.startsWith(folder))
      .flatMap(({ imports }) => imports.filter((imported) => !imported.startsWith(folder))),
  ).toEqual([]);
});

test('no files import each other in a circle, not even their types', () => {
  const graph = new Map(sources.map(({ file, imports }) => [file, imports.filter(isFile)]));
  expect(sources.map(({ file }) => file).filter((file) => reaches(graph, file, file))).toEqual([]);
});

// A CommonJS bundle of our ES modules has no import.meta.url; tsdown would replace it by __filename.
test.each(['model/schemaEntry.ts', 'model/rulesEntry.ts'])(
  '%s never asks for the name of its file, because people bundle it',
  (entry) => {
    const graph = new Map(
      [...sources.map(({ file }) => file), ...entries].map((file) => [file, importsOf(file).filter(isFile)]),
    );
    const asking = [...graph.keys()].filter((file) =>
      /__(file|dir)name|import\.meta/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(asking).not.toEqual([]);
    expect(asking.filter((file) => reaches(graph, entry, file))).toEqual([]);
  },
);

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

/** The names that a file declares at its top level, and whether it exports them. */
function declarationsIn(file: string): readonly { readonly name: string; readonly isExported: boolean }[] {
  return statementsOf(file).flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    return namesIn(statement).map((name) => ({ name, isExported }));
  });
}

function namesIn(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => bound(name));
  const { name } = statement as Partial<ts.FunctionDeclaration>;
  return name === undefined ? [] : [name.text];
}

function bound(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bound(element.name)));
}

const declared = [...sources.map(({ file }) => file), 'src/index.ts', 'src/lateFixture.ts'].flatMap((file) =>
  declarationsIn(file).map((declaration) => ({ ...declaration, file })),
);

test('no name is exported by two files', () => {
  const files = new Map<string, Set<string>>();
  for (const { name, file } of declared.filter(({ isExported }) => isExported)) {
    files.set(name, (files.get(name) ?? new Set()).add(file));
  }
  expect(files.size).toBeGreaterThan(700);
  expect(Object.fromEntries([...files].filter(([, { size }]) => size > 1))).toEqual(exportedTwice);
});

const exportedTwice = {
  // The CommonJS build has the second in place of the first.
  fixture: new Set(['arbitraries/fixture.ts', 'src/lateFixture.ts']),
};

test('functions are verbs: at most one name in a hundred ends in Of', () => {
  // Public: EventOf, fieldsOf, readingsOf. Shown by tsc, beside them: ContentOf, OneOf. A verb all the same: requireOneOf.
  const allowed = ['ContentOf', 'EventOf', 'OneOf', 'fieldsOf', 'readingsOf', 'readsOf', 'requireOneOf'];
  const found = declared.map(({ name }) => name).filter((name) => name.endsWith('Of'));
  expect(found.toSorted()).toEqual(allowed);
  expect(found.length / declared.length).toBeLessThanOrEqual(0.01);
});

/** Sources without their own test, by the test that covers them: their effect shows only together. */
const testedTogether: Readonly<Record<string, readonly string[]>> = {
  // The parts of paths: the rows of tables consist of them.
  'contracts/contractsFor': [
    'contracts/consumerName',
    'contracts/contract',
    'contracts/ignored',
    'contracts/getMadeContracts',
    'model/event/contentPaths',
  ],
  'contracts/advice': ['contracts/domainWithoutFields'],
  'model/event/typed/fieldsOf': ['model/event/typed/bareValue'],
  'model/platform/testLimit': ['model/platform/runnerState'],
  'src/harness/lambda/heldOutput': [
    'src/harness/failure/findCaught',
    'src/harness/failure/formatPrinted',
    'src/harness/failure/readPrintedError',
  ],
  'src/harness/replayRequest/chooseReplay': [
    'src/harness/replayRequest/nameDeliveries',
    'src/harness/replayRequest/replayRequest',
    'src/harness/replayRequest/runChosen',
  ],
  'contracts/interaction': ['contracts/providerStates'],
  'src/broker/client/askBroker': ['src/broker/client/brokerFailure', 'src/broker/client/pactClient'],
  'src/broker/publish': ['src/broker/scratchDirectory'],
  'src/broker/assemble': ['src/broker/partSets', 'src/broker/client/refusal', 'src/broker/writeSortedJson'],
  // The answers of Pact's verifier show only in a run.
  'src/provider/verifyProvider': [
    'src/provider/verifier/makeBatchPact',
    'src/provider/findings/failure',
    'src/provider/verifyAndPublish',
    'src/provider/verifier/pactBatchVerifier',
    'src/provider/confirmWithVerifier',
    'src/provider/events/verificationCases',
    'src/provider/findings/questionKinds',
    'src/provider/interaction/listReads',
    'src/provider/findings/shrinkExpectations',
    'src/provider/findings/unmetExpectations',
    'src/provider/findings/verdict',
    'src/provider/verifier/verifierPool',
  ],
  'src/provider/fetchBrokerPacts': [
    'src/broker/client/requestFromBroker',
    'src/broker/client/toRefusal',
    'src/provider/resolvePublishing',
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
  // Recorded reads show in the warnings about handlers.
  'handlers/looks': [
    'src/harness/reads/recordFirstReads',
    'src/harness/recording/mistake',
    'src/harness/reads/explainMistakenHandler',
    'src/harness/reads/findExpectedInvocation',
    'src/harness/reads/requireKind',
    'src/harness/reads/recordReads',
    'src/harness/reads/refuseMistaken',
    'src/harness/reads/touchedReads',
    'src/harness/reads/tryOtherInvocations',
  ],
  'handlers/reads/reads': [
    'src/harness/reads/checkReads',
    'src/harness/reads/chooseRecorded',
    'src/harness/reads/explainMissingReads',
    'src/harness/reads/explainReads',
    'src/harness/reads/explainUnparsed',
    'src/harness/reads/findMissedReads',
    'src/harness/reads/findReadFaults',
    'src/harness/reads/outcomeProbe',
    'src/harness/reads/recordMore',
    'src/harness/reads/recordPlanned',
    'src/harness/reads/warnOfNoOutcome',
    'src/harness/reads/row/formatRow',
    'src/harness/reads/row/listMisread',
    'src/harness/reads/row/readSummary',
    'src/harness/reads/row/rowGrammar',
    'src/harness/run/outcome',
    'src/harness/run/outcomes',
  ],
  'arbitraries/fixture': ['model/parse/loadParser'],
  'src/harness/recording/watch': [
    'src/harness/recording/watched',
    'src/harness/recording/makeWatchedCopy',
    'src/harness/recording/makeWatchedView',
  ],
  'src/harness/recording/watchedCalls': ['src/harness/recording/standIn'],
  'src/harness/transports/connect': [
    'src/harness/transports/connection',
    'src/harness/transports/deliverBatch',
    'src/harness/transports/deliverAnyText',
    'src/harness/transports/batches',
    'src/harness/transports/toJson',
    'src/harness/transports/batchItemFailures',
    'src/harness/transports/callLambda',
    'src/harness/transports/findIgnoredAnswer',
    'src/harness/transports/findLostReport',
  ],
  'src/harness/delivery/oracle/findHookFault': ['src/harness/lambda/waitForWork'],
  'src/harness/lambda/invoke': [
    'src/harness/lambda/eventLoop',
    'src/harness/lambda/firstAnswer',
    'src/harness/lambda/lambdaRuntime',
    'src/harness/lambda/pendingWork',
  ],
  'src/harness/witness/witnessFile': [
    'src/harness/run/handlerName',
    'src/harness/run/witness',
    'src/harness/witness/eventWitness',
    'src/harness/witness/replayKept',
    'model/platform/getRunningTest',
  ],
  'src/harness/lambda/requireFunction': ['src/harness/lambda/requireHook'],
  'src/harness/lambda/unhandledErrorTracker': ['src/harness/lambda/tracedCall'],
  'src/harness/run/suspects': ['src/harness/lambda/makeOutsideError', 'src/harness/makePartRemoval'],
  'src/infrastructure/deliveryTo': ['src/harness/run/refuseVia'],
  'src/cli/main': ['src/cli/assembleCommand', 'src/cli/command'],
  'src/broker/readTableRows': ['src/broker/readClaimedTable'],
  'contracts/rule/suggestRule': ['contracts/rule/suggestedPattern'],
  'src/cli/verifyProviderCommand': ['src/cli/verifyProvider'],
  'src/cli/routesCommand': ['src/infrastructure/overview/surveyLines'],
  'src/cli/generateCommand': [
    'arbitraries/fixtureStream',
    'src/cli/modules/loadDomain',
    'src/cli/modules/loadModule',
    'src/cli/generate',
    'src/cli/output/progress',
    'src/cli/output/sinks',
  ],
  'src/cli/initCommand': ['src/cli/init/explainFailing', 'src/cli/init/init', 'src/cli/modules/loadHandler'],
  'src/cli/init/formatContractTest': ['src/cli/init/formatImport'],
  'model/rule/eventPattern': [
    'model/rule/compile/compilePattern',
    'model/rule/match/leafMismatch',
    'model/rule/json/refusePattern',
    'model/rule/operators/condition',
    'model/rule/operators/operator',
    'model/rule/operators/operators',
  ],
  'model/rule/eventFilter': ['model/rule/filterLeaf'],
  'model/rule/json/parseJson': ['model/rule/json/jsonNode'],
  'model/rule/match/explainMismatch': ['model/rule/match/readValues', 'model/rule/match/describeMismatch'],
  'model/rule/operators/equalsIgnoreCase': ['model/rule/operators/ignoreCase'],
  'model/values/differences': ['model/values/members'],
  'model/domain/domain': ['model/values/copyPlainly', 'model/facts/regions'],
  'model/platform/supported': ['model/platform/installed/refuseUnsupported'],
  'model/schemaEntry': ['model/platform/guard'],
  'src/pact/part': ['src/pact/writeInteraction'],
  'src/pact/tableClaim': ['src/pact/claim'],
  'src/pact/runners': ['model/platform/identifyRunner', 'model/platform/getRunningTestFile'],
  'src/harness/rule/verifyWithRule': [
    'src/harness/rule/checkRoute',
    'src/harness/rule/warnOfMissingRule',
    'src/harness/rule/withFilters',
    'src/harness/run/findDeliveredForeign',
    'contracts/requireSource',
  ],
  'src/harness/rule/checkRule': ['model/event/isConstantPlace'],
  'src/harness/rule/requireUndelivered': ['contracts/requireNoneUndelivered', 'contracts/undelivered'],
  'src/harness/rule/deliverWithRule': ['arbitraries/history/deliveredHistories'],
  'src/harness/failure/oddErrors': ['src/harness/failure/makePresentable', 'src/harness/failure/readError'],
  'src/harness/failure/listErrorChain': [
    'src/harness/failure/findConsumerFrame',
    'src/harness/failure/withConsumerFrames',
  ],
  'model/values/callerStack': ['src/harness/failure/withCaller'],
  'src/harness/verify': [
    'src/harness/failure/contractViolation',
    'src/harness/lambda/callHook',
    'src/harness/lambda/makeLambdaContext',
    'src/harness/playContract',
    'src/harness/replay',
    'src/harness/run/counterexample',
    'src/harness/run/run',
    'src/harness/verdict/toViolation',
    'model/platform/realProcess',
    'model/platform/writeWhole',
  ],
  'src/infrastructure/targetInput': [
    'src/harness/reads/explainUnseen',
    'src/harness/targetInput/describeBetween',
    'src/harness/targetInput/describeInput',
  ],
  readme: ['src/index'],
};

/**
 * The tests that cover the sources of a folder without a test of their own: their effect shows only together. A row is
 * for the files that stand directly in the folder.
 */
const testsOfFolders: Readonly<Record<string, readonly string[]>> = {
  // The parts of plans: the laws run for every class, coverage item, type and dialect.
  arbitraries: ['arbitraries/laws', 'arbitraries/fixture'],
  'arbitraries/generation': ['arbitraries/laws'],
  'arbitraries/plan': ['arbitraries/laws'],
  'arbitraries/size': ['arbitraries/size/spendBytes'],
  'arbitraries/values': ['arbitraries/laws'],
  'arbitraries/variations': ['arbitraries/laws'],
  'arbitraries/admission': ['arbitraries/admission/admission'],
  'arbitraries/fixture': ['arbitraries/fixture', 'arbitraries/fixture/drawFixturePlan'],
  'arbitraries/fixture/overrides': ['arbitraries/fixture/overrides/overrides'],
  'arbitraries/foreign': ['arbitraries/foreignEvents'],
  'arbitraries/malformed': ['arbitraries/malformedEvents'],
  // The parts of histories: the laws hold for every domain and dialect.
  'arbitraries/history': ['arbitraries/history/buildHistory'],
  'model/rule/change': ['model/rule/change/suggestChange'],
  // Each by a handler that fails it, and by one that does not.
  'src/harness/checks': ['src/harness/checks/checks'],
  'src/harness/delivery/guarantees': ['src/harness/delivery/guarantees/guarantees'],
  // The parts of a delivery: faulty and correct consumers show them.
  'src/harness/delivery': ['src/harness/delivery/verifyDelivery'],
  'src/harness/delivery/faults': ['src/harness/delivery/verifyDelivery'],
  'src/harness/delivery/observation': ['src/harness/delivery/verifyDelivery'],
  'src/harness/delivery/oracle': ['src/harness/delivery/verifyDelivery'],
  'src/harness/delivery/play': ['src/harness/delivery/verifyDelivery'],
  'src/harness/delivery/report': ['src/harness/delivery/verifyDelivery'],
  // Watched functions: recorded, put in order, made to fail.
  'src/harness/downstream': ['src/harness/downstream/prepareDownstream'],
  'src/harness/reads/table': ['src/harness/readsOf'],
  'src/harness/rule': ['src/harness/rule/checkRule'],
  'src/harness/rule/disagreement': ['src/harness/rule/checkRule'],
  'src/harness/rule/suggest': ['src/harness/rule/listUnfitReadings'],
  'src/harness/rule/traps': ['src/harness/rule/listUnfitReadings'],
  // The parts of templates: whole templates show them.
  'src/infrastructure': ['src/infrastructure/deliveryTo'],
  'src/infrastructure/cloudFormation': ['src/infrastructure/cloudFormation'],
  'src/infrastructure/findings': ['src/infrastructure/findings'],
  'src/infrastructure/model': ['src/infrastructure/deliveryTo'],
  'src/infrastructure/overview': ['src/infrastructure/buses'],
  'src/infrastructure/permissions': ['src/infrastructure/permissions'],
  'src/infrastructure/route': ['src/infrastructure/deliveryTo', 'src/infrastructure/buses'],
  'src/infrastructure/sam': ['src/infrastructure/sam'],
  'src/infrastructure/template': ['src/infrastructure/deliveryTo'],
  'src/infrastructure/terraform': ['src/infrastructure/terraform'],
  'src/infrastructure/transport': ['src/infrastructure/deliveryTo'],
  'src/infrastructure/values': ['src/infrastructure/deliveryTo'],
};

function toTestFile(name: string): string {
  return `__tests__/${name}.test.ts`;
}

/** The sources that a test imports, itself or by its helpers, and what they import as far as `follows` says. */
function listImportedBy(test: string, follows: (file: string) => boolean): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const imports = importsByFile.get(file) ?? [...importsOf(file), ...listBuilt(file)];
    for (const name of imports.filter(isFile)) if (file.startsWith('__tests__/') || follows(name)) visit(name);
  };
  visit(toTestFile(test));
  return seen;
}

/** The sources that a test builds and runs in another process: it names their paths from the root. */
function listBuilt(test: string): string[] {
  const texts = readFileSync(path.join(root, test), 'utf8').matchAll(/'([\w/]+\.ts)'/g);
  const names = [...texts].map(([, name = '']) => name);
  return names.filter((name) => importsByFile.has(name) || entries.includes(name));
}

const importsByFile = new Map(sources.map(({ file, imports }) => [file, imports]));

/** The sources that a test covers in a folder: it reaches them within the part of the tree that the two share. */
function listCovered(test: string, folder: string): ReadonlySet<string> {
  const names = path.posix.dirname(test).split('/');
  const length = folder.split('/').findIndex((name, index) => name !== names[index]);
  const shared = length < 0 ? folder : names.slice(0, length).join('/');
  return listImportedBy(test, (file) => file.startsWith(`${shared}/`));
}

function hasTest(name: string): boolean {
  return ['test', 'types.test'].some((kind) => existsSync(path.join(root, '__tests__', `${name}.${kind}.ts`)));
}

const listed = Object.values(testedTogether).flat();
const withoutTest = [...sources.map(({ file }) => file), 'src/index.ts']
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !hasTest(name) && !listed.includes(name));

test('every source has a test of its name, or a place in the list of its folder or of sources tested together', () => {
  expect(withoutTest.filter((name) => !(path.posix.dirname(name) in testsOfFolders))).toEqual([]);
});

test.each(Object.entries(testsOfFolders))(
  'the listed tests cover each source of %s without its own',
  (folder, tests) => {
    const files = withoutTest.filter((name) => path.posix.dirname(name) === folder).map((name) => `${name}.ts`);
    const covered = tests.map((name) => files.filter((file) => listCovered(name, folder).has(file)));
    expect(files.filter((file) => !covered.flat().includes(file))).toEqual([]);
    expect(tests.filter((_, index) => covered[index]?.length === 0)).toEqual([]);
  },
);

test.each(Object.entries(testedTogether))('%s imports the sources that the list gives to it', (test, names) => {
  const imported = listImportedBy(test, () => true);
  expect(names.filter((name) => !imported.has(`${name}.ts`))).toEqual([]);
});

test('the list of sources that are tested together has no unnecessary entry', () => {
  expect(listed.filter((name) => hasTest(name) || !existsSync(path.join(root, `${name}.ts`)))).toEqual([]);
  expect(listed.filter((name, index) => listed.indexOf(name) !== index)).toEqual([]);
});
