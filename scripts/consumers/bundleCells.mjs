import path from 'node:path';
import { build } from 'esbuild';
import { run } from '../lib/command.mjs';
import { write } from './project.mjs';

const sources = {
  schema: `import { InvalidCaseEventError, parseCaseEvent } from 'connect-cases-contracts/schema';
try {
  parseCaseEvent({ source: 'aws.cases' });
} catch (error) {
  console.log(error instanceof InvalidCaseEventError);
}
`,
  rules: `import { eventPattern } from 'connect-cases-contracts/rules';
console.log(eventPattern({ source: ['aws.cases'] }).matches({ source: 'aws.cases' }));
`,
};
const formats = { esm: 'mjs', cjs: 'cjs' };

/** The schema and the rules in a bundle, as in a Lambda function: run without any installed package. */
export function* bundleCells({ temporary, cellOf }) {
  for (const [entry, format] of Object.keys(sources).flatMap((name) => Object.keys(formats).map((to) => [name, to]))) {
    yield {
      name: `bundle: the ${entry} by esbuild, ${format}`,
      play: async () => {
        const source = sources[entry];
        const name = `bundle ${entry} ${format}`;
        const { directory } = await cellOf('node:test, ESM', name, () => ({ 'index.mjs': source }));
        const outfile = path.join(temporary, `bundle-${entry}-${format}`, `index.${formats[format]}`);
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
