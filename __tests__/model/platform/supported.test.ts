import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import jestPackage from 'jest/package.json';
import { requireJest, requireNode, runningJest } from '../../../model/platform/supported.ts';

function thrownBy(run: () => void): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

test.each(['18.20.8', '20.18.3', '21.7.3'])('Node %s is refused in one sentence, without a stack', (version) => {
  const error = thrownBy(() => requireNode(version));
  expect(error.message).toBe(
    `connect-cases-contracts runs on Node 20.19 and later of 20, or 22 and newer; this is Node ${version}. Install a supported Node.`,
  );
  expect(error.stack).toBe(`Error: ${error.message}`);
});

test.each(['20.19.0', '22.0.0', '24.1.0', '27.0.0-nightly20270101'])('Node %s is accepted', (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

test.each(['27.5.1', '28.1.3'])('jest %s is refused in one sentence, without a stack', (version) => {
  const error = thrownBy(() => requireJest(version));
  expect(error.message).toBe(
    `connect-cases-contracts runs in jest 29 and newer; this is jest ${version}. Run: npm install --save-dev jest@30, and update ts-jest or babel-jest with it.`,
  );
  expect(error.stack).toBe(`Error: ${error.message}`);
});

test.each(['29.0.0', '30.5.2', '31.0.0-alpha.1', '99.0.0'])('jest %s is accepted', (version) => {
  expect(() => requireJest(version)).not.toThrow();
});

describe('the running jest', () => {
  test('is the one that runs this test', () => {
    expect(runningJest()).toBe(jestPackage.version);
  });

  test('is undefined if Node has loaded none', () => {
    expect(runningJest(['/project/node_modules/vitest/dist/index.js', '/project/jest-runtime.js'])).toBeUndefined();
  });

  test('is found by its folder, anywhere', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'jest-'));
    const folder = path.join(dir, 'jest-runtime@28.1.3_x', 'node_modules', 'jest-runtime');
    mkdirSync(path.join(folder, 'build'), { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{"version":"28.1.3"}');
    expect(runningJest(['/other.js', path.join(folder, 'build', 'index.js')])).toBe('28.1.3');
    rmSync(dir, { recursive: true });
  });

  test('is accepted if its version cannot be read', () => {
    expect(runningJest(['/nowhere/jest-runtime/build/index.js'])).toBeUndefined();
  });
});
