import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { run } from '../../../scripts/lib/command.mjs';
import { sizes } from '../../lib/sizes.mjs';

const here = import.meta.dirname;
const built = path.join(here, 'built');

/** Lets typia's compiler make a generator for each size: types need literal numbers before it runs. */
export async function buildTypia() {
  const [input, output] = [path.join(built, 'input'), path.join(built, 'output')];
  rmSync(built, { recursive: true, force: true });
  mkdirSync(input, { recursive: true });
  writeFileSync(path.join(input, 'generators.ts'), sourceOf(sizes));
  writeFileSync(path.join(input, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const command = path.join('node_modules', 'typia', 'lib', 'executable', 'typia.js');
  const args = ['--input', input, '--output', output, '--project', path.join(input, 'tsconfig.json')];
  await run(process.execPath, [command, 'generate', ...args], { cwd: path.resolve(here, '..', '..') });
  const { transpileModule, ModuleKind } = createRequire(import.meta.url)('typescript');
  const { outputText } = transpileModule(readFileSync(path.join(output, 'generators.ts'), 'utf8'), {
    compilerOptions: { ...compilerOptions, module: ModuleKind.CommonJS },
  });
  writeFileSync(path.join(built, 'generators.cjs'), outputText);
}

const compilerOptions = { target: 'es2022', module: 'esnext', moduleResolution: 'bundler', strict: true };

function sourceOf(all) {
  const type = readFileSync(path.join(here, 'caseUpdated.ts'), 'utf8');
  const generators = all.map(
    ({ fields, characters }) =>
      `export const of${fields} = typia.createRandom<CaseUpdated<${fields}, ${characters}>>();\n`,
  );
  return `import typia from 'typia';\n${type}\n${generators.join('')}`;
}
