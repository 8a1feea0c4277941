import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import * as entry from '../../model/rulesEntry.ts';

describe('the entry of connect-cases-contracts/rules', () => {
  it('has the engine of patterns, and the error of an invalid one', () => {
    expect(Object.keys(entry).sort()).toEqual(['InvalidArgumentError', 'eventPattern']);
  });

  it('is of one kind with the other entries: an invalid pattern is an InvalidArgumentError', () => {
    expect(() => entry.eventPattern({ source: [] })).toThrow(entry.InvalidArgumentError);
  });

  it('loads neither zod nor fast-check nor any other package, and works in a bundle', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'rules-'));
    try {
      const outfile = path.join(dir, 'rules.cjs');
      const entryPoints = [path.join(__dirname, '../../model/rulesEntry.ts')];
      const { metafile } = buildSync({ entryPoints, outfile, bundle: true, platform: 'node', metafile: true });
      const vendors = Object.keys(metafile.inputs).filter((file) => /node_modules\/(?!leven\/)/.test(file));
      expect(vendors).toEqual([]);
      const script = `console.log(require('./rules.cjs').eventPattern({ source: ['a'] }).matches({ source: 'a' }))`;
      const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: dir, encoding: 'utf8' });
      expect([stdout, stderr]).toEqual(['true\n', '']);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
