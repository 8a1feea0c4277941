import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
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
    if (!(error instanceof Error) || error instanceof InvalidArgumentError) throw error;
    const place = findPlace(error.cause);
    const lines = [
      ...(place === undefined || error.message.includes(place) ? [] : [`It fails at ${place}.`]),
      ...(reached.size === 0 ? [] : [adviseFake([...reached])]),
    ];
    error.message = [error.message, ...lines].join('\n');
    throw error;
  }
}

/** What to do for a handler that connects to other hosts. */
export function adviseFake(reached: readonly string[]): string {
  return `The handler connects to ${joinFirst(reached, 3)}, which init refuses, so that it changes nothing there. Give its client a fake in a module, and name that with --setup; or allow it with --allow-network.`;
}
