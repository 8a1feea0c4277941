import path from 'node:path';
import { formatTable, listTableWords } from '../../../contracts/formatTable.ts';
import type { Table } from '../../../contracts/table.ts';
import { formatImport, isTypeScript, type Style, toSpecifier } from './formatImport.ts';
import type { Project, RunnerName } from './readProject.ts';

/** A value that the test imports from a file of the project. */
export interface Imported {
  readonly file: string;
  readonly exportName: string;
}

/** All that a first contract test says. */
export interface ContractTest {
  /** The test file. */
  readonly file: string;
  readonly runner: RunnerName;
  readonly project: Pick<Project, 'isModule' | 'namesOutput' | 'importsJest'>;
  readonly consumer: string;
  readonly table: Table;
  readonly handler: Imported;
  readonly domain: Imported;
  /** The name of the function that makes the transport, such as `viaSqs`; undefined for a handler of events. */
  readonly via: string | undefined;
  /** The event pattern of the rule, or a list of them; undefined without a rule. */
  readonly rule: unknown;
  /** The module to load before the handler, and those of its exports that are options of `verify`. */
  readonly setup: { readonly file: string; readonly options: readonly string[] } | undefined;
}

const PACKAGE = 'connect-cases-contracts';

/** The text of a first contract test, in the language and the modules of its file. */
export function formatContractTest(test: ContractTest): string {
  const { consumer, table, handler, domain, via, rule, setup } = test;
  const style = chooseStyle(test);
  const own = (file: string): string => toSpecifier(test.file, file, style);
  const options = setup?.options ?? [];
  const optionsText = options.length === 0 ? [] : [`{ ${options.join(', ')} }`];
  const parameters = ['contract', via === undefined ? 'handler' : `${via}(handler)`, ...optionsText];
  const words = ['contractsFor', ...listTableWords(table), 'verify', ...(via === undefined ? [] : [via])];
  return [
    // First: what it sets, the handler may read while it loads.
    ...(setup === undefined ? [] : [formatImport(style, own(setup.file), options.map(toSame))]),
    formatImport(style, PACKAGE, words.map(toSame)),
    ...importRunner(test, style),
    formatImport(style, own(handler.file), [{ from: handler.exportName, to: 'handler' }]),
    formatImport(style, own(domain.file), [{ from: domain.exportName, to: 'domain' }]),
    '',
    ...(rule === undefined ? [] : [`const rule = ${JSON.stringify(rule, null, 2)};`, '']),
    'const contracts = contractsFor(',
    `  ${JSON.stringify(consumer)
      .replaceAll("'", "\\'")
      .replace(/^"(.*)"$/, "'$1'")},`,
    `  ${formatTable(table, '  ')},`,
    `  { domain${rule === undefined ? '' : ', rule'} },`,
    ');',
    '',
    `for (const contract of contracts) test(contract.title, () => verify(${parameters.join(', ')}));`,
    '',
  ].join('\n');
}

function toSame(name: string): { readonly from: string; readonly to: string } {
  return { from: name, to: name };
}

/** jest and vitest give CommonJS and ES modules their own way; TypeScript is written with `import` in both. */
function chooseStyle({ file, runner, project }: ContractTest): Style {
  const extension = path.extname(file);
  const isScript = extension === '.js' && !project.isModule && runner !== 'vitest';
  const isRequiring = extension === '.cjs' || isScript;
  const isTyped = isTypeScript(file);
  if (isTyped && project.namesOutput) return { isRequiring: false, extensions: 'output' };
  return { isRequiring, extensions: runner === 'node' || (!isTyped && !isRequiring) ? 'own' : 'none' };
}

function importRunner({ runner, file, project }: ContractTest, style: Style): string[] {
  const test = [toSame('test')];
  if (runner === 'vitest') return [formatImport(style, 'vitest', test)];
  if (runner === 'node') return [formatImport(style, 'node:test', test)];
  return project.importsJest && isTypeScript(file) ? [formatImport(style, '@jest/globals', test)] : [];
}
