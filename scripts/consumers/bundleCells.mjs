import path from 'node:path';
import { build } from 'esbuild';
import { run } from '../lib/command.mjs';
import { write } from './project.mjs';

const source = `import { InvalidCaseEventError, parseCaseEvent } from 'connect-cases-contracts/schema';
try {
  parseCaseEvent({ source: 'aws.cases' });
} catch (error) {
  console.log(error instanceof InvalidCaseEventError);
}
`;

/** The schema in a bundle, as in a Lambda function: run without any installed package. */
export function* bundleCells({ temporary, cellOf }) {
  for (const [format, extension] of [
    ['esm', 'mjs'],
    ['cjs', 'cjs'],
  ]) {
    yield {
      name: `bundle: the schema by esbuild, ${format}`,
      play: async () => {
        const { directory } = await cellOf('node:test, ESM', `bundle ${format}`, () => ({ 'index.mjs': source }));
        const outfile = path.join(temporary, `bundle-${format}`, `index.${extension}`);
        write(path.dirname(outfile), {});
        const options = {
          bundle: true,
          platform: 'node',
          target: 'node20',
          format,
          metafile: true,
          logLevel: 'silent',
        };
        const { metafile } = await build({ ...options, entryPoints: [path.join(directory, 'index.mjs')], outfile });
        const printed = (await run(process.execPath, [outfile], { cwd: path.dirname(outfile) })).trim();
        if (printed !== 'true') throw new Error(`it printed ${printed}`);
        const [{ bytes }] = Object.values(metafile.outputs);
        return `${Math.round(bytes / 1000)} kB`;
      },
    };
  }
}
