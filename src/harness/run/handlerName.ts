import type { Contract } from '../../../contracts/contract.ts';
import { path } from '../../../model/platform/nodeModules.ts';
import { runningTest } from '../../../model/platform/runningTest.ts';
import { runningTestFile } from '../../../model/platform/runningTestFile.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { findConnection } from '../transports/connection.ts';
import { packageDirectory } from './packageDirectory.ts';

/** The numbers that are taken, by what the handlers are called. */
const taken = new Map<string, Set<number>>();

/**
 * Plays a handler under its name. Of those that are called the same, such as anonymous functions of one test, a test has
 * several only at once: one that comes later may be the same one, tried again. Where the runner does not tell the test,
 * as `node --test`, they are numbered in the order of the file: that runner tries none again.
 */
export async function named<Result>(
  contract: Contract,
  handler: Handler,
  play: (name: HandlerName) => Promise<Result>,
): Promise<Result> {
  const called = callName(contract, handler);
  const key = JSON.stringify([contract.table.digest, contract.title, called]);
  const numbers = taken.get(key) ?? new Set();
  taken.set(key, numbers);
  let number = 1;
  while (numbers.has(number)) number++;
  numbers.add(number);
  try {
    return await play(number === 1 ? called : { ...called, number });
  } finally {
    if (runningTest() !== undefined) numbers.delete(number);
  }
}

function callName({ table, title }: Contract, handler: Handler): HandlerName {
  const connected = findConnection(handler);
  const name = connected === undefined ? handler.name : `${connected.transport.name}(${connected.lambdaHandler.name})`;
  const testFile = runningTestFile() ?? table.testFile;
  const test = runningTest()?.replace(title, '').trim();
  return {
    name,
    ...(testFile === undefined
      ? {}
      : { testFile: path.relative(packageDirectory(table), testFile).split(path.sep).join('/') }),
    ...(test === undefined || test === '' ? {} : { test }),
  };
}

/** All that makes up a name, in one order; what is absent at its end is left out. */
export function identifyHandler({ testFile, name, test, number }: HandlerName): readonly unknown[] {
  return [testFile, name, ...(test === undefined && number === undefined ? [] : [test, number])];
}
