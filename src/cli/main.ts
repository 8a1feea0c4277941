#!/usr/bin/env node
import { CommanderError } from 'commander';
import { requireNode } from '../../model/platform/supported.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { command } from './command.ts';
import { makePrintable } from './output/print.ts';
import { toSentence } from './toSentence.ts';

/** Exit codes: done; a finding, a refusal or an outside failure; wrong arguments. */
const DONE = 0;
const REFUSED = 1;
const WRONG = 2;

async function main(): Promise<number> {
  try {
    requireNode();
    await command().parseAsync();
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG;
    process.stderr.write(`${makePrintable(toSentence(error))}\n`);
    return error instanceof InvalidArgumentError ? WRONG : REFUSED;
  }
}

// Reports failures of the streams at the end; without a listener they would end the process with a stack trace.
const failures = new Map<NodeJS.WriteStream, NodeJS.ErrnoException>();
for (const stream of [process.stdout, process.stderr]) stream.on('error', (error) => failures.set(stream, error));

/** Why output was not written; a reader that stops early is no failure. */
async function findWriteFailure(stream: NodeJS.WriteStream): Promise<string | undefined> {
  await new Promise((resolve) => stream.write('', resolve));
  await new Promise(setImmediate);
  const failure = failures.get(stream);
  return failure?.code === 'EPIPE' ? undefined : failure?.message;
}

/** Exits when everything is written: does not wait for timers or connections of a domain file. */
main().then(async (code) => {
  const reason = await findWriteFailure(process.stdout);
  if (reason !== undefined && code === DONE)
    process.stderr.write(`${makePrintable(`Standard output can't be written: ${reason}.`)}\n`);
  await findWriteFailure(process.stderr);
  if (reason !== undefined && code === DONE) process.exit(REFUSED);
  // A command may finish with a negative answer.
  process.exit(code === DONE ? process.exitCode : code);
});
