import path from 'node:path';
import ts from 'typescript';
import { eventClasses } from '../model/event/eventClasses.ts';
import { eventTypes } from '../model/facts/eventTypes.ts';
import { relatedItemTypes } from '../model/facts/relatedItemTypes.ts';
import { resolveOptions } from '../src/harness/run/runOptions.ts';
import type { InvalidArgumentError } from '../src/index.ts';

// What an editor shows to a consumer, from TypeScript's language service.

const root = path.dirname(__dirname);
const consumer = path.join(root, 'consumer.ts');

/** The consumer's file. `/*name*\/` marks a position of the cursor. */
const marked = `
import { contractsFor, defineDomain, ignored, verify } from './src/index.ts';
import { caseUpdated } from './arbitraries/index.ts';

const domain = defineDomain({
  region: 'eu-central-1',
  accountId: '444455556666',
  domainId: '7d1f6a52',
  fields: {
    refundAmount: { id: '1c7b3e4f', type: 'Number' },
    internalNote: { id: '9e8d7c6b', type: 'Text' },
    priority: { id: '4fae6b7c', type: 'SingleSelect' },
  },
  includedData: { fields: ['status', 'refundAmount'], relatedItemContent: true },
});
const place = { region: 'eu-central-1', accountId: '444455556666', domainId: '7d1f6a52' };
defineDomain({ ...place, fields: { note: { id: '9e8d7c6b', type: '/*fieldType*/' } } });
defineDomain({
  ...place,
  fields: { note: { id: '9e8d7c6b', type: 'Text' } },
  includedData: { fields: ['status', '/*included*/'] },
});
const metadataOnly = defineDomain(place);

const [contract] = contractsFor('refunds', {
  'CASE.CREATED': ['/*case*/case.caseId'],
  'CASE.UPDATED': ['/*row*/'],
  'CASE.DELETED': ignored,
  'RELATED_ITEM.CREATED': { Comment: ['/*comment*/'], Sla: ['/*sla*/'], otherwise: ['/*otherwise*/'] },
  'RELATED_ITEM.UPDATED': { /*items*/ },
  'RELATED_ITEM.DELETED': ['/*item*/'],
}, { domain });
contractsFor('audit', { 'CASE.CREATED': ['/*metadata*/'] }, { domain: metadataOnly });
contractsFor('nothing', { /*rows*/ });

verify(contract!, () => undefined, { runs: 7, ambiguities: 'warn' });
verify(contract!, () => undefined, { /*options*/ });
verify(contract!, () => undefined, { ambiguities: '/*ambiguities*/' });

caseUpdated({ class: '/*class*/edge' });
caseUpdated({ /*eventOptions*/ });
`;
const places = new Map<string, number>();
const text = marked.replace(/\/\*(\w+)\*\//g, (mark, name: string) => {
  const before = marked.slice(0, marked.indexOf(mark)).replace(/\/\*\w+\*\//g, '');
  places.set(name, before.length);
  return '';
});

const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [consumer],
  getScriptVersion: () => '1',
  getScriptSnapshot: (file) => {
    const content = file === consumer ? text : ts.sys.readFile(file);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (file) => file === consumer || ts.sys.fileExists(file),
  readFile: ts.sys.readFile,
  directoryExists: ts.sys.directoryExists,
});

afterAll(() => service.dispose());

/** The names that completion offers at a position, in alphabetical order. */
function offered(place: string): string[] {
  const completions = service.getCompletionsAtPosition(consumer, places.get(place) as number, {});
  return (completions?.entries ?? []).map(({ name }) => name).sort();
}

/** The comment shown when hovering over the first character of a text; undefined without one. */
function hovered(code: string): string | undefined {
  const start = text.indexOf(code);
  if (start < 0) throw new Error(`the consumer does not write ${code}`);
  const info = service.getQuickInfoAtPosition(consumer, start);
  return info === undefined ? undefined : ts.displayPartsToString(info.documentation);
}

/** The comment that completion shows beside one of its names. */
function described(place: string, name: string): string {
  const at = places.get(place) as number;
  const details = service.getCompletionEntryDetails(consumer, at, name, undefined, undefined, undefined, undefined);
  return ts.displayPartsToString(details?.documentation);
}

/** The comment of a type that is part of the consumer's paths. */
function commentOf(name: string): string {
  const program = service.getProgram() as ts.Program;
  const file = program.getSourceFile(path.join(root, 'model', 'event', 'paths.ts')) as ts.SourceFile;
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(file) as ts.Symbol);
  return ts.displayPartsToString(exported.find((symbol) => symbol.name === name)?.getDocumentationComment(checker));
}

const common = [
  '$.account',
  '$.id',
  '$.region',
  '$.resources',
  '$.time',
  'approximateChangeTime',
  'eventType',
  'performedBy',
  'performedBy.iamPrincipalArn',
  'performedBy.user',
  'performedBy.user.customEntity',
  'performedBy.user.userArn',
  'version',
];
const ofEveryCase = ['case.caseId', 'case.createdDateTime', 'case.templateId', 'changedFieldIds'];
const ofEveryItem = [
  'changedAttributes',
  'relatedItem.caseId',
  'relatedItem.createdDateTime',
  'relatedItem.relatedItemId',
  'relatedItem.relatedItemType',
];

function sorted(...names: readonly (readonly string[])[]): string[] {
  return names.flat().sort();
}

describe('completion', () => {
  test.each(['case', 'row'])(
    "offers the paths of a case event, and only the domain's included fields (%s)",
    (place) => {
      const fields = ['case.fields', 'case.fields.status', 'case.fields.refundAmount', 'case.fields.1c7b3e4f'];
      expect(offered(place)).toEqual(sorted(common, ofEveryCase, fields));
    },
  );

  test('offers no fields if the domain includes none', () => {
    expect(offered('metadata')).toEqual(sorted(common, ofEveryCase));
  });

  test('offers the paths of the item type in its row', () => {
    const comment = ['relatedItem.comment', 'relatedItem.comment.body', 'relatedItem.comment.contentType'];
    expect(offered('comment')).toEqual(sorted(common, ofEveryItem, comment));
    const sla = offered('sla').filter((name) => name.startsWith('relatedItem.sla'));
    expect(sla).toContain('relatedItem.sla.slaConfiguration.status');
    expect(offered('sla')).toEqual(sorted(common, ofEveryItem, sla));
  });

  test('offers the paths common to all items if a row names no type', () => {
    expect(offered('item')).toEqual(sorted(common, ofEveryItem));
    expect(offered('otherwise')).toEqual(sorted(common, ofEveryItem));
  });

  test('offers the event types as rows, and item types with otherwise within a row', () => {
    const quoted = sorted(eventTypes).map((type) => `"${type}"`);
    expect(offered('rows').map((name) => name.replaceAll("'", '"'))).toEqual(quoted);
    // A row can also be `ignored` or `undelivered`, an object with a member of that name.
    expect(offered('items')).toEqual(sorted(relatedItemTypes, ['ignored', 'otherwise', 'undelivered']));
  });

  test('offers the options of verify and their values', () => {
    let allowed = '';
    try {
      resolveOptions({ wrong: 1 } as object);
    } catch (error) {
      ({ allowed } = error as InvalidArgumentError);
    }
    const names = offered('options').map((name) => `"${name}"`);
    expect(names).toEqual(allowed.split(', ').sort());
    expect(offered('ambiguities')).toEqual(['fail', 'off', 'warn']);
  });

  test('offers the options of the events, and the classes', () => {
    const names = ['bytes', 'class', 'customFields', 'dialect', 'domain', 'relatedItemType', 'texts'];
    expect(offered('eventOptions')).toEqual(names);
    expect(offered('class')).toEqual(sorted(eventClasses.filter((name) => name !== 'foreign')));
  });

  test('offers the field types and the fields for includedData', () => {
    expect(offered('fieldType')).toEqual(['Boolean', 'DateTime', 'Number', 'SingleSelect', 'Text', 'Url', 'User']);
    expect(offered('included')).toEqual(expect.arrayContaining(['note', 'title', 'case_reason']));
  });

  test('describes every row, item type and option', () => {
    for (const place of ['rows', 'items', 'options', 'eventOptions']) {
      for (const name of offered(place))
        expect([name, described(place, name)]).toEqual([name, expect.stringMatching(/./)]);
    }
    expect(described('items', 'Sla')).toBe('The paths read of an SLA; its content is at `relatedItem.sla`.');
  });
});

describe('hovering', () => {
  test.each([
    ['contractsFor(', 'Makes the contracts of a consumer, one for each row of its table'],
    ['defineDomain(', 'Defines a Cases domain. It keeps literal types'],
    ['verify(', 'Plays every event that AWS may send for a contract through a handler'],
    ['ignored,', 'the handler reads nothing of these events, but must survive them'],
    ['caseUpdated(', 'Events of type CASE.UPDATED'],
    ['domain }', 'The domain whose events the consumer gets'],
    ['includedData:', 'What the event stream is configured to include'],
    ["'CASE.UPDATED'", 'A case was updated. The paths that the handler reads'],
    ["'RELATED_ITEM.CREATED'", 'types with `otherwise`'],
    ['Comment:', 'its content is at `relatedItem.comment`'],
    ['otherwise:', 'all other types, including types that AWS adds later'],
    ['runs:', '100 by default. Beats `CASES_RUNS`'],
    ['ambiguities:', 'a warning by default'],
  ])('%s shows its comment', (code, comment) => {
    expect(hovered(code)).toContain(comment);
  });

  test('class shows a line for every class', () => {
    const comment = hovered("class: '");
    for (const name of eventClasses.filter((known) => known !== 'foreign'))
      expect(comment).toContain(`- \`${name}\`: `);
  });

  // TypeScript has no comments for the texts of a union. The row, the option and the API reference describe them.
  test('a path or a class shows nothing, because TypeScript describes no texts', () => {
    expect(hovered("'case.caseId'")).toBeUndefined();
    expect(hovered("'edge'")).toBeUndefined();
    expect(described('row', 'case.caseId')).toBe('');
  });

  test.each([
    ['CasePath', [...common, ...ofEveryCase]],
    ['CommonItemPath', [...common, ...ofEveryItem]],
  ])('the type %s, which the row mentions, describes every path', (name, paths) => {
    const comment = commentOf(name);
    expect(paths.filter((each) => !comment.includes(`\`${each}\``))).toEqual([]);
  });
});
