import type { Contract } from '../../contracts/contract.ts';
import { path } from '../platform/nodeModules.ts';
import { runningTest } from '../platform/runningTest.ts';
import { runningTestFile } from '../platform/runningTestFile.ts';
import { packageDirectory } from './packageDirectory.ts';
import type { Handler } from './runHandler.ts';
import { connectionOf } from './transports/via.ts';

/**
 * What tells the handlers of one contract apart, in every run alike: the name of the function, and the test that verifies
 * it. The order of the tests does not tell it, since some may be skipped (`test.only`, a shard) or tried again.
 */
export interface HandlerName {
  readonly name: string;
  /** From the directory that the witness lies in; absent where neither the runner nor the stack tells. */
  readonly testFile?: string;
  /** What the test is called beside the contract's title; absent where it is called nothing else, or the runner does not tell. */
  readonly test?: string;
  /** Which it is of those that are called the same by all that; absent for the first. */
  readonly number?: number;
}

/** The functions that are called the same, each in its place. */
const namesakes = new Map<string, (Handler | undefined)[]>();

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
  const called = calledOf(contract, handler);
  const key = JSON.stringify([contract.table.digest, contract.title, called]);
  const places = namesakes.get(key) ?? [];
  namesakes.set(key, places);
  const [own, free] = [places.indexOf(handler), places.indexOf(undefined)];
  const place = own >= 0 ? own : free >= 0 ? free : places.length;
  places[place] = handler;
  try {
    return await play(place === 0 ? called : { ...called, number: place + 1 });
  } finally {
    if (runningTest() !== undefined) places[place] = undefined;
  }
}

function calledOf({ table, title }: Contract, handler: Handler): HandlerName {
  const connected = connectionOf(handler);
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
export function identityOf({ testFile, name, test, number }: HandlerName): readonly unknown[] {
  return [testFile, name, ...(test === undefined && number === undefined ? [] : [test, number])];
}
