import { didYouMean, listWords } from '../../../model/values/invalidArgument.ts';
import type { WatchedFunction } from './watchedFunction.ts';

/** A line about each command that a client marks `once` and no event made the handler send: so its mark proves nothing. */
export function describeNeverSent({ marked, called }: Pick<WatchedFunction, 'called' | 'marked'>): string[] {
  return marked
    .filter((name) => !called.has(name))
    .map((name) => {
      const todo = didYouMean(name, called) ?? `It sends ${listWords(called)}.`;
      return `watchClient marks ${name} once, but the handler never sends it. ${todo}`;
    });
}
