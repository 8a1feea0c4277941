import { jest, jestModules, nodeTest, vitest } from './runners.mjs';

/** The newest that admits Node 20. */
const pact16 = { '@pact-foundation/pact': '16.4.0' };
const pact17 = { '@pact-foundation/pact': '^17.1.2' };
const fastCheck = { 'fast-check': '^4' };
const typescript = { typescript: '5.9.3', '@types/node': '20.19.43' };
const jest30 = { jest: '30.5.2' };
const jest29 = { jest: '29.7.0' };
const babel = { '@babel/core': '^7', '@babel/preset-env': '^7', '@babel/preset-typescript': '^7' };

const compilerOptions = {
  target: 'es2022',
  module: 'commonjs',
  types: ['node', 'jest'],
  esModuleInterop: true,
  strict: true,
  skipLibCheck: true,
};
const tsconfig = { 'tsconfig.json': JSON.stringify({ compilerOptions }) };
const babelConfig = (...presets) => ({
  'babel.config.js': `module.exports = ${JSON.stringify({
    presets: [['@babel/preset-env', { targets: { node: 'current' } }], ...presets],
  })};`,
});
const swc = { 'jest.config.js': `module.exports = { transform: { '\\\\.[jt]s$': '@swc/jest' } };` };
const tsJest = { 'jest.config.js': `module.exports = { preset: 'ts-jest' };` };
/** Node runs the compiled JavaScript; nothing is transformed. */
const untransformed = { 'jest.config.js': 'export default { transform: {} };' };

/** A Node that a runner's `engines` admit; both of vitest's rule out the odd ones, which are not in the matrix. */
const every = () => undefined;
const from22 = ({ major, minor }) =>
  major > 22 || (major === 22 && minor >= 12) ? undefined : 'vitest 5 needs Node 22.12';
const stripsTypes = ({ major, minor }) =>
  major > 22 || (major === 22 && minor >= 18) ? undefined : 'Node strips types from 22.18 on';

/**
 * The consumers: what they install beside the tarball, their language, their configuration files, their runner, and why
 * a Node cannot run them, if so.
 */
export const projects = [
  project(
    'jest 30, ts-jest',
    jest,
    'ts',
    { ...jest30, 'ts-jest': '29.4.15', '@types/jest': '30.0.0', ...typescript },
    { ...tsJest, ...tsconfig },
  ),
  project('jest 30, babel', jest, 'js', { ...jest30, ...babel }, babelConfig()),
  project('jest 30, babel, TypeScript', jest, 'ts', { ...jest30, ...babel }, babelConfig('@babel/preset-typescript')),
  project('jest 30, swc', jest, 'ts', { ...jest30, '@swc/core': '1.16.18', '@swc/jest': '0.2.39' }, swc),
  project('jest 30, native ESM', jestModules, 'mjs', jest30, untransformed),
  project(
    'jest 29, ts-jest, TypeScript 5.4',
    jest,
    'ts',
    { ...jest29, 'ts-jest': '29.1.5', '@types/jest': '29.5.14', ...typescript, typescript: '5.4.5' },
    { ...tsJest, ...tsconfig },
  ),
  project('jest 29, babel', jest, 'js', { ...jest29, ...babel }, babelConfig()),
  project('jest 29, swc', jest, 'ts', { ...jest29, '@swc/core': '1.16.18', '@swc/jest': '0.2.39' }, swc),
  project('jest 29, native ESM', jestModules, 'mjs', jest29, untransformed),
  project('vitest 3', vitest, 'ts', { vitest: '^3' }, {}),
  project('vitest 4', vitest, 'ts', { vitest: '^4' }, {}),
  project('vitest 5, Pact 17', vitest, 'ts', { vitest: '^5', ...pact17 }, {}, from22),
  project('node:test, ESM', nodeTest, 'mjs', {}, {}),
  project('node:test, CommonJS', nodeTest, 'cjs', {}, {}),
  project('node:test, TypeScript, Pact 17', nodeTest, 'node-ts', pact17, {}, stripsTypes),
];

function project(name, runner, language, devDependencies, files, unfit = every) {
  return { name, runner, language, devDependencies: { ...fastCheck, ...pact16, ...devDependencies }, files, unfit };
}
