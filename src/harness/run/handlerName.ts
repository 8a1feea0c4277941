import type { Contract } from '../../../contracts/contract.ts';
import { path } from '../../../model/platform/nodeModules.ts';
import { runningTest } from '../../../model/platform/runningTest.ts';
import { runningTestFile } from '../../../model/platform/runningTestFile.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { findConnection } from '../transports/connection.ts';
import { packageDirectory } from './packageDirectory.ts';

/** The used numbers by name of the handler. */
const taken = new Map<string, Set<number>>();

/**
 * Plays a handler under its name. Handlers with one name, such as anonymous functions of one test, are different only
 * if active at the same time: a later one may be a retry. If the runner does not provide the test (`node --test`),
 * handlers are numbered in the order of the file: that runner retries none.
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

/** All parts of a name in a fixed order; absent ones at the end are omitted. */
export function identifyHandler({ testFile, name, test, number }: HandlerName): readonly unknown[] {
  return [testFile, name, ...(test === undefined && number === undefined ? [] : [test, number])];
}
