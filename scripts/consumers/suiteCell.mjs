import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const passing = [
  'refunds handles CASE.CREATED',
  'refunds handles CASE.UPDATED',
  'refunds handles CASE.DELETED',
  'refunds handles RELATED_ITEM.CREATED Comment',
  'refunds ignores RELATED_ITEM.CREATED otherwise',
  'refunds ignores RELATED_ITEM.UPDATED',
  'refunds ignores RELATED_ITEM.DELETED',
  'under fake timers',
  'a property over events, with the fast-check of the project',
  'a counterexample is shrunk and readable',
  'an exact size',
  'what is kept under all faults, behind a queue',
];

/** The failures' messages in any runner. */
const failing = {
  throws:
    /refunds handles CASE\.UPDATED: the handler failed on an event that AWS may send[\s\S]*detail\.performedBy[\s\S]*TypeError: Cannot read properties of undefined[\s\S]*test.faults\.test[\s\S]*Why AWS may send this[\s\S]*Replay/,
  'rejects late': /the handler failed after it had returned[\s\S]*TypeError: Cannot read properties of undefined/,
  hangs: /the handler did not settle[\s\S]*detail\.performedBy/,
  'changes the event': /the handler changed the event object/,
  'counts twice':
    /refunds: the handler is not idempotent: an event that comes twice counts twice[\s\S]*comes twice[\s\S]*observe\(\): 1 expected, 2 received[\s\S]*Replay/,
};

/** Runs a consumer's suite in a directory; returns an observation, or throws on a fault. */
export async function runSuite(consumer, directory, shell) {
  const seen = await results(consumer, directory, shell);
  compare(seen);
  const pact = await assembled(directory, shell);
  requireNoPartOf(path.join(directory, 'faults'));
  await requireSameFixtures(directory, shell);
  return { tests: seen.size, pact };
}

async function results(consumer, directory, shell) {
  const tests = readdirSync(path.join(directory, 'test')).filter((file) => /\.test\./.test(file));
  const NODE_OPTIONS = consumer.runner.nodeOptions;
  const { stdout, stderr } = await shell.attempt(
    consumer.runner.command(tests.map((file) => `test/${file}`)),
    directory,
    NODE_OPTIONS === undefined ? {} : { NODE_OPTIONS },
  );
  try {
    return consumer.runner.read(directory);
  } catch (error) {
    throw new Error(`the runner left no results (${error.message})\n${stdout}${stderr}`);
  }
}

function compare(seen) {
  const wrong = [];
  for (const title of passing) {
    if (!seen.has(title)) wrong.push(`"${title}" did not run`);
    else if (seen.get(title) !== undefined) wrong.push(`"${title}" failed:\n${seen.get(title)}`);
  }
  for (const [title, expected] of Object.entries(failing)) {
    const message = seen.get(title);
    if (message === undefined) wrong.push(`"${title}" ${seen.has(title) ? 'passed, and must not' : 'did not run'}`);
    else if (!expected.test(message)) wrong.push(`"${title}" must say ${expected}, and says:\n${message}`);
  }
  for (const [title, message] of seen) {
    if (!passing.includes(title) && !(title in failing)) wrong.push(`unexpected: "${title}" ${message ?? ''}`);
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

function requireNoPartOf(dir) {
  if (!existsSync(dir)) return;
  const parts = readdirSync(dir, { recursive: true }).filter((file) => file.endsWith('.part'));
  if (parts.length > 0) throw new Error(`a failing handler left ${parts.join(', ')}`);
}

let fixturesOfAll;

/** `connect-cases generate` reads the suite's domain in any language, and writes identical bytes everywhere. */
async function requireSameFixtures(directory, shell) {
  const [domain] = readdirSync(path.join(directory, 'test')).filter((file) => file.startsWith('domain.'));
  const flags = ['--domain', path.join('test', domain), '--class', 'edge', '--count', '60'];
  const { status, stdout, stderr } = await shell.attempt(['connect-cases', 'generate', ...flags], directory);
  if (status !== 0) throw new Error(`connect-cases generate ended with ${status}\n${stderr}`);
  fixturesOfAll ??= stdout;
  if (stdout === fixturesOfAll && stdout.trimEnd().split('\n').length === 60) return;
  throw new Error(`connect-cases generate wrote other events than elsewhere: ${stdout.slice(0, 500)}`);
}

/** Runs `connect-cases assemble` in a directory; returns the hash of the pact. */
export async function assembled(directory, shell) {
  const { status, stdout, stderr } = await shell.attempt(['connect-cases', 'assemble', '--json'], directory);
  if (status !== 0) throw new Error(`connect-cases assemble ended with ${status}\n${stdout}${stderr}`);
  const [{ file, interactions, contracts }] = JSON.parse(stdout).assembled;
  if (contracts !== 7 || interactions !== 4) throw new Error(`${contracts} contracts, ${interactions} interactions`);
  return createHash('sha256')
    .update(readFileSync(path.join(directory, file)))
    .digest('hex')
    .slice(0, 12);
}
