import type { Contract } from '../../../contracts/contract.ts';
import { getRunningTest } from '../../../model/platform/getRunningTest.ts';
import { getRunningTestFile } from '../../../model/platform/getRunningTestFile.ts';
import { path } from '../../../model/platform/nodeModules.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { findConnection } from '../transports/connection.ts';
import { findPackageDirectory } from './findPackageDirectory.ts';

/** The numbers in use, by the name of the handlers. */
const taken = new Map<string, Set<number>>();

/**
 * Plays a handler under its name. Handlers of the same name that a test plays at once, such as anonymous functions, get
 * numbers. A handler that a test plays later may be the same one, tried again, so it gets no new number. Some runners do not
 * name the current test, such as `node --test`. They do not retry, so handlers are numbered in the order of the file.
 */
export async function runUnderName<Result>(
  contract: Pick<Contract, 'table' | 'title'>,
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
    if (getRunningTest() !== undefined) numbers.delete(number);
  }
}

function callName({ table, title }: Pick<Contract, 'table' | 'title'>, handler: Handler): HandlerName {
  const connected = findConnection(handler);
  const name = connected === undefined ? handler.name : `${connected.transport.name}(${connected.lambdaHandler.name})`;
  const testFile = getRunningTestFile() ?? table.testFile;
  const test = getRunningTest()?.replace(title, '').trim();
  return {
    name,
    ...(testFile === undefined
      ? {}
      : { testFile: path.relative(findPackageDirectory(table), testFile).split(path.sep).join('/') }),
    ...(test === undefined || test === '' ? {} : { test }),
  };
}

/** A handler on one line, without its test file: `viaSqs(queueHandler) in "twice"`. */
export function describeHandler({ name, test, number }: HandlerName): string {
  return [
    name === '' ? 'a function' : name,
    ...(test === undefined ? [] : [`in "${test}"`]),
    ...(number === undefined ? [] : [`(${number})`]),
  ].join(' ');
}

/** The parts of a name in a fixed order, without absent parts at its end. */
export function identifyHandler({ testFile, name, test, number }: HandlerName): readonly unknown[] {
  return [testFile, name, ...(test === undefined && number === undefined ? [] : [test, number])];
}
