import { cpus } from 'node:os';
import { heldAgainst } from './aims.mjs';
import { number } from './format.mjs';
import { section, table } from './markdown.mjs';

/** The results of a full run; no part is written by hand. */
export function results(sections, versions) {
  const [processor] = cpus();
  return `${[
    '# Results of the benchmark',
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, on ${cpus().length} × ${processor.model}, Node ${process.versions.node} (V8 ${process.versions.v8}), ${process.platform} ${process.arch}.
Times are CPU time of the process, medians over turns; only ratios within one run mean anything.
Every measured event was checked by \`parseCaseEvent\`, and its size by \`entrySize\`.`,
    aimsOf(sections),
    '![Cost of one event against its size](cost.svg)',
    ...sections.map(section),
    '## Versions',
    table(['package', 'version'], Object.entries(versions)),
  ].join('\n\n')}\n`;
}

/** The aims and their results. */
export function aimsOf(sections) {
  const measured = Object.assign({}, ...sections.map((each) => each.measured));
  const rows = heldAgainst(measured).map(({ what, aim, value, met, note }) => [
    what,
    aim,
    value === undefined ? 'not measured' : `${number(value)}${note === undefined ? '' : ` (${note})`}`,
    met === undefined ? '' : met ? '✓' : '✗',
  ]);
  return `## Aims\n\n${table(['what', 'aim', 'measured', ''], rows)}`;
}
