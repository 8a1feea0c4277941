import { jest, jestModules, nodeTest, vitest } from './runners.mjs';

/** The newest Pact that supports Node 20, and the dependencies of a consumer's own properties. */
const peers = { '@pact-foundation/pact': '16.4.0', 'fast-check': '^4' };
const withPact17 = { ...peers, '@pact-foundation/pact': '^17.1.2' };
const babel = { '@babel/core': '^7', '@babel/preset-env': '^7', '@babel/preset-typescript': '^7' };
const swc = { '@swc/core': '1.16.18', '@swc/jest': '0.2.39' };

/** The dependencies besides the tarball: one install serves all consumers of a runner's release. */
export const installs = {
  'jest 30': {
    ...peers,
    ...babel,
    ...swc,
    jest: '30.5.2',
    'ts-jest': '29.4.15',
    '@types/jest': '30.0.0',
    '@types/node': '20.19.43',
    typescript: '5.9.3',
  },
  'jest 29': {
    ...peers,
    ...babel,
    ...swc,
    jest: '29.7.0',
    'ts-jest': '29.1.5',
    '@types/jest': '29.5.14',
    '@types/node': '20.19.43',
    typescript: '5.4.5',
  },
  'vitest 3': { ...peers, vitest: '^3' },
  'vitest 4': { ...peers, vitest: '^4' },
  'vitest 5': { ...withPact17, vitest: '^5' },
  'node:test': peers,
  'node:test, Pact 17': withPact17,
};

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
const swcJest = { 'jest.config.js': `module.exports = { transform: { '\\\\.[jt]s$': '@swc/jest' } };` };
const tsJest = { 'jest.config.js': `module.exports = { preset: 'ts-jest' };` };
/** Node runs the compiled JavaScript without a transform. */
const untransformed = { 'jest.config.js': 'export default { transform: {} };' };

/**
 * The Nodes that a runner's `engines` accept; both of vitest's exclude odd versions, which the matrix does not have.
 */
const every = () => undefined;
const from22 = ({ major, minor }) =>
  major > 22 || (major === 22 && minor >= 12) ? undefined : 'vitest 5 needs Node 22.12';
const stripsTypes = ({ major, minor }) =>
  major > 22 || (major === 22 && minor >= 18) ? undefined : 'Node strips types from 22.18 on';

/**
 * The consumers: their install, runner, language and configuration, and the reason why a Node cannot run them, if any.
 */
export const projects = [
  project('jest 30, ts-jest', 'jest 30', jest, 'ts', { ...tsJest, ...tsconfig }),
  project('jest 30, babel', 'jest 30', jest, 'js', babelConfig()),
  project('jest 30, babel, TypeScript', 'jest 30', jest, 'ts', babelConfig('@babel/preset-typescript')),
  project('jest 30, swc', 'jest 30', jest, 'ts', swcJest),
  project('jest 30, native ESM', 'jest 30', jestModules, 'mjs', untransformed),
  project('jest 29, ts-jest, TypeScript 5.4', 'jest 29', jest, 'ts', { ...tsJest, ...tsconfig }),
  project('jest 29, babel', 'jest 29', jest, 'js', babelConfig()),
  project('jest 29, swc', 'jest 29', jest, 'ts', swcJest),
  project('jest 29, native ESM', 'jest 29', jestModules, 'mjs', untransformed),
  project('vitest 3', 'vitest 3', vitest, 'ts', {}),
  project('vitest 4', 'vitest 4', vitest, 'ts', {}),
  project('vitest 5, Pact 17', 'vitest 5', vitest, 'ts', {}, from22),
  project('node:test, ESM', 'node:test', nodeTest, 'mjs', {}),
  project('node:test, CommonJS', 'node:test', nodeTest, 'cjs', {}),
  project('node:test, TypeScript, Pact 17', 'node:test, Pact 17', nodeTest, 'node-ts', {}, stripsTypes),
];

function project(name, install, runner, language, files, unfit = every) {
  return { name, install, runner, language, files, unfit };
}
