import { InvalidArgumentError, rephrase } from '../../../model/values/invalidArgument.ts';
import { joinFirst } from '../../../model/values/show/joinFirst.ts';
import { findPlace } from '../modules/loadModule.ts';
import type { Reached } from './withoutNetwork.ts';

/**
 * Runs work, and adds to its failure the line of the project that threw, and what the handler tried to reach: that may be
 * the cause.
 */
export async function explainFailing<Result>(reached: Reached, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw nameFlag(error);
    if (!(error instanceof Error)) throw error;
    const place = findPlace(error.cause);
    const lines = [
      ...(place === undefined || error.message.includes(place) ? [] : [`It fails at ${place}.`]),
      ...(reached.size === 0 ? [] : [adviseFake([...reached])]),
    ];
    error.message = [error.message, ...lines].join('\n');
    throw error;
  }
}

/** The flags behind the arguments of `readsOf`. */
const flags = [
  ['handler', '--handler'],
  ['options.rule', '--rule'],
  ['options.reset', 'reset of --setup'],
  ['options.downstream', 'downstream of --setup'],
] as const;

/** The same refusal with the flag in place of the argument behind it, and with `--via` beside the functions' names. */
function nameFlag(error: InvalidArgumentError): InvalidArgumentError {
  const known = flags.find(([name]) => error.argument === name || error.argument.startsWith(`${name}.`));
  if (known === undefined) return error;
  const [name, flag] = known;
  const named = rephrase(error, { argument: `${flag}${error.argument.slice(name.length)}` });
  if (/\bvia[A-Z]/.test(named.message)) named.message += ' Here viaSqs is --via sqs, and so on.';
  return named;
}

/** What to do for a handler that connects to other hosts. */
export function adviseFake(reached: readonly string[]): string {
  return `The handler connects to ${joinFirst(reached, 3)}, which init refuses, so that it changes nothing there. Give its client a fake in a module, and name that with --setup; or allow it with --allow-network.`;
}
