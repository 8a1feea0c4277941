import { type Context, createContext, Script } from 'node:vm';

/** The texts that a pattern matches in full, or that matching did not end. */
export type Taken = readonly string[] | 'endless';

/** The milliseconds for one pattern, and the total for patterns that do not end. */
const MOST = { one: 1000, all: 5000 };

const script = new Script('texts.filter((text) => new RegExp("^(?:" + pattern + ")$").test(text)).join("\\n")');
let place: Context | undefined;
let left = MOST.all;

/**
 * The one-line texts that a consumer's regular expression matches. Endless backtracking would block this process,
 * signals included, so the pattern runs where it can be stopped. After five stopped patterns no further one is tried.
 */
export function findMatchedTexts(pattern: string, texts: readonly string[]): Taken {
  if (left <= 0) return 'endless';
  place ??= createContext({});
  Object.assign(place, { pattern, texts });
  try {
    return (script.runInContext(place, { timeout: MOST.one }) as string).split('\n').filter((text) => text !== '');
  } catch (error) {
    // A regular expression in another language's syntax matches nothing here: Pact's verifier may understand it.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') return [];
    left -= MOST.one;
    return 'endless';
  }
}
