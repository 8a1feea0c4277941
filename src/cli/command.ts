import { Command } from 'commander';
import packageJson from '../../package.json';
import { assembleCommand } from './assembleCommand.ts';
import { canIDeployCommand, recordDeploymentCommand } from './deploymentCommands.ts';
import { generateCommand } from './generateCommand.ts';
import { initCommand } from './initCommand.ts';
import { makePrintable } from './output/print.ts';
import { publishCommand } from './publishCommand.ts';
import { routesCommand } from './routesCommand.ts';
import { ruleCommand } from './ruleCommand.ts';
import { verifyProviderCommand } from './verifyProviderCommand.ts';

/** The command `connect-cases`. */
export function command(): Command {
  const all = new Command('connect-cases')
    .description('Contracts and fixtures of Amazon Connect Cases events.')
    .version(packageJson.version)
    .showSuggestionAfterError()
    .showHelpAfterError('(connect-cases --help shows what there is)')
    .enablePositionalOptions()
    .exitOverride()
    .addCommand(assembleCommand().exitOverride())
    .addCommand(generateCommand().exitOverride())
    .addCommand(initCommand().exitOverride())
    .addCommand(ruleCommand().exitOverride())
    .addCommand(publishCommand().exitOverride())
    .addCommand(routesCommand().exitOverride())
    .addCommand(verifyProviderCommand().exitOverride())
    .addCommand(canIDeployCommand().exitOverride())
    .addCommand(recordDeploymentCommand().exitOverride());
  // Errors about arguments include the arguments.
  for (const one of [all, ...all.commands])
    one.configureOutput({ writeErr: (text) => process.stderr.write(makePrintable(text)) });
  return all;
}
