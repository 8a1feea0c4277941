import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attempt } from '../lib/command.mjs';
import { once } from './cell.mjs';
import { makeProject, write } from './project.mjs';

const compilers = { 5.4: '5.4.5', 5.9: '5.9.3', '6.0': '6.0.2', '7.0': '7.0.2' };

/** The settings for each module resolution, its file formats, and the compilers that lack it. */
const resolutions = {
  node10: { options: { module: 'commonjs', moduleResolution: 'node10' }, extensions: ['ts'], without: ['7.0'] },
  node16: { options: { module: 'node16', moduleResolution: 'node16' }, extensions: ['mts', 'cts'] },
  nodenext: { options: { module: 'nodenext', moduleResolution: 'nodenext' }, extensions: ['mts', 'cts'] },
  bundler: { options: { module: 'esnext', moduleResolution: 'bundler' }, extensions: ['ts'] },
};

const common = { target: 'es2022', lib: ['es2022'], types: ['node'], noEmit: true, strict: true, skipLibCheck: false };

/** Checks our declarations and every library, with each compiler and resolution. */
export function* typeCells({ temporary, tarball }) {
  const source = readFileSync(path.join(import.meta.dirname, 'types', 'consumer.ts'), 'utf8');
  const devDependencies = {
    '@pact-foundation/pact': '16.4.0',
    '@types/aws-lambda': '8.10.164',
    '@types/node': '20.19.43',
    'fast-check': '^4',
    ...Object.fromEntries(Object.entries(compilers).map(([name, exact]) => [`ts-${name}`, `npm:typescript@${exact}`])),
  };
  const install = once(() => makeProject(path.join(temporary, 'types'), { devDependencies }, tarball));
  for (const compiler of Object.keys(compilers).sort()) {
    for (const [resolution, { options, extensions, without }] of Object.entries(resolutions)) {
      const name = `types: TypeScript ${compiler}, ${resolution}`;
      yield {
        name,
        skip: without?.includes(compiler) ? `TypeScript ${compiler} has no ${resolution}` : undefined,
        play,
      };
      async function play() {
        const project = await install();
        const directory = path.join(project, `${compiler}-${resolution}`);
        const deprecated = compiler === '6.0' && resolution === 'node10' ? { ignoreDeprecations: '6.0' } : {};
        write(directory, {
          'tsconfig.json': JSON.stringify({ compilerOptions: { ...common, ...options, ...deprecated } }),
          ...Object.fromEntries(extensions.map((extension) => [`consumer.${extension}`, source])),
        });
        const tsc = path.join(project, 'node_modules', `ts-${compiler}`, 'bin', 'tsc');
        const { status, stdout, stderr } = await attempt(process.execPath, [tsc, '-p', directory], { cwd: directory });
        const errors = `${stdout}${stderr}`.split('\n').filter((line) => /error/.test(line));
        // fast-check's own declarations do not load under node10.
        const foreign = errors.filter((line) => /^\S*node_modules\/(?!connect-cases-contracts)/.test(line));
        if (errors.length > foreign.length || (status !== 0 && errors.length === 0))
          throw new Error(`${stdout}${stderr}`);
        const written = extensions.map((extension) => `.${extension}`).join(' and ');
        return `${written} with skipLibCheck off${foreign.length === 0 ? '' : `, ${foreign.length} errors in others' declarations`}`;
      }
    }
  }
}
