#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json';
import { InvalidArgumentError } from '../event/invalidArgument.ts';
import { requireNode } from '../platform/supported.ts';
import { assembleCommand } from './assembleCommand.ts';

/** Exit codes: done; a finding, a refusal or a failure of the world; wrong arguments. */
const DONE = 0;
const REFUSED = 1;
const WRONG = 2;

/** The command `connect-cases`. */
function command(): Command {
  return new Command('connect-cases')
    .description('Contracts of Amazon Connect Cases events.')
    .version(packageJson.version)
    .showSuggestionAfterError()
    .showHelpAfterError('(connect-cases --help shows what there is)')
    .exitOverride()
    .addCommand(assembleCommand().exitOverride());
}

async function main(): Promise<number> {
  try {
    requireNode();
    await command().parseAsync();
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof InvalidArgumentError ? WRONG : REFUSED;
  }
}

main().then((code) => {
  process.exitCode = code;
});
