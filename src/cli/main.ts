#!/usr/bin/env node
import { CommanderError } from 'commander';
import { requireNode } from '../../model/platform/supported.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { command } from './command.ts';
import { printable } from './print.ts';
import { toSentence } from './toSentence.ts';

/** Exit codes: done; a finding, a refusal or a failure of the world; wrong arguments. */
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
    process.stderr.write(`${printable(toSentence(error))}\n`);
    return error instanceof InvalidArgumentError ? WRONG : REFUSED;
  }
}

// What fails is told at the end; without a listener it would end the process with a stack trace.
const failures = new Map<NodeJS.WriteStream, NodeJS.ErrnoException>();
for (const stream of [process.stdout, process.stderr]) stream.on('error', (error) => failures.set(stream, error));

/** Why what was printed was not written; a reader that had enough is no reason. */
async function unwritten(stream: NodeJS.WriteStream): Promise<string | undefined> {
  await new Promise((resolve) => stream.write('', resolve));
  await new Promise(setImmediate);
  const failure = failures.get(stream);
  return failure?.code === 'EPIPE' ? undefined : failure?.message;
}

/** Ends when all is written: what a domain file has begun, such as a timer or a connection, is not waited for. */
main().then(async (code) => {
  const reason = await unwritten(process.stdout);
  if (reason !== undefined && code === DONE)
    process.stderr.write(`${printable(`Standard output can't be written: ${reason}.`)}\n`);
  await unwritten(process.stderr);
  if (reason !== undefined && code === DONE) process.exit(REFUSED);
  // A command that is done may have said no.
  process.exit(code === DONE ? process.exitCode : code);
});
