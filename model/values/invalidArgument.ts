import { closestMatch } from 'leven';
import { describeThrown } from '../platform/describeThrown.ts';
import { loadNodeModule } from '../platform/loadNodeModule.ts';
import { brandClass } from './brandClass.ts';
import { captureCaller } from './callerStack.ts';
import { cutToHead, joinSentences, shorten } from './text.ts';

/**
 * The parts of an {@link InvalidArgumentError}: the argument, the received value, the allowed ones, the reason, and
 * what to do.
 */
export interface Complaint {
  /** The argument, such as `options.runs`. */
  readonly argument: string;
  /** The beginning of the argument that stands for the whole value: its caller may know it by another name. */
  readonly root?: string;
  /** The received value. */
  readonly received: unknown;
  /** The received value in words, if they say more than the value itself. */
  readonly shown?: string;
  /** The allowed values in words. */
  readonly allowed: string;
  /** The reason. */
  readonly because?: string;
  /** What to do next, or the nearest allowed word. */
  readonly todo?: string;
}

/** A wrong argument: thrown at the call, before any work. */
export class InvalidArgumentError extends TypeError {
  static {
    brandClass(InvalidArgumentError, 'InvalidArgumentError');
  }

  /** The argument, such as `options.runs`. */
  readonly argument: string;
  /** The received value. */
  readonly received: unknown;
  /** The allowed values in words. */
  readonly allowed: string;

  /** @internal */
  constructor(complaint: Complaint) {
    const { argument, received, shown = show(received), allowed, because, todo } = complaint;
    const hints = [because, todo].filter((hint): hint is string => hint !== undefined && hint !== '');
    // What to do stands before a long list of allowed values, because nobody reads its end.
    const long = allowed.length > LONG && hints.length > 0;
    super(
      joinSentences(
        long
          ? [`${argument} is ${shown}`, ...hints, `Allowed: ${allowed}`]
          : [`${argument} is ${shown}; allowed: ${allowed}`, ...hints],
      ),
    );
    this.name = 'InvalidArgumentError';
    this.argument = argument;
    this.received = received;
    this.allowed = allowed;
    captureCaller(this);
    complaints.set(this, complaint);
  }
}

/** The parts of each error. Not properties, because a runner prints these. */
const complaints = new WeakMap<InvalidArgumentError, Complaint>();

/** The same complaint with other parts, such as the flag of a command for the option behind it. */
export function rephrase(error: InvalidArgumentError, change: Partial<Complaint>): InvalidArgumentError {
  return new InvalidArgumentError({ ...(complaints.get(error) ?? error), ...change });
}

/**
 * The same complaint about a value that its caller knows by another name; undefined if it is about something else.
 * @param name the name, such as `options.rule` or `Rule.EventPattern`
 * @param where what stands behind the place, such as the name of a file
 */
export function renameRoot(
  error: InvalidArgumentError,
  name: string,
  where: string = '',
): InvalidArgumentError | undefined {
  const { root } = complaints.get(error) ?? {};
  if (root === undefined) return undefined;
  return rephrase(error, { argument: `${name}${error.argument.slice(root.length)}${where}`, root: name });
}

/** The most characters of allowed values that fit in a line. */
const LONG = 400;

/**
 * A value on one short line, for messages.
 * @param depth how many nested levels of objects and lists it shows
 */
export function show(value: unknown, depth: number = 1): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? cutToHead(value, 77) : value);
  try {
    return showToDepth(value, depth);
  } catch {
    // A getter or a custom inspection throws.
    return `${typeof value === 'function' ? 'a function' : 'an object'} that cannot be shown`;
  }
}

/** The most characters of a value worth reading. */
const MOST_SHOWN = 1000;

function showToDepth(value: unknown, depth: number): string {
  const util = loadNodeModule('node:util');
  if (typeof value === 'function' && !util.types.isProxy(value)) {
    return value.name === '' ? 'a function' : `the function ${value.name}`;
  }
  if (util.types.isPromise(value)) return 'a promise';
  const text = util
    .inspect(value, {
      depth,
      maxStringLength: 80,
      maxArrayLength: 6,
      breakLength: Number.POSITIVE_INFINITY,
    })
    .replaceAll(/\s*\n\s*/g, ' ');
  return shorten(text, MOST_SHOWN);
}

/** `Did you mean "…"?` if an allowed word is close, else undefined. */
export function didYouMean(received: unknown, allowed: Iterable<string>): string | undefined {
  const nearest = findNearest(received, allowed);
  return nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
}

/**
 * The allowed word that is close to the received one, if any.
 * @param maxDistance the most letters that may differ; by default a third of them, or two
 */
export function findNearest(
  received: unknown,
  allowed: Iterable<string>,
  maxDistance: number = findMaxDistance(String(received).length),
): string | undefined {
  if (typeof received !== 'string') return undefined;
  const words = [...allowed];
  const inLowerCase = words.map((word) => word.toLowerCase());
  const nearest = closestMatch(received.toLowerCase(), inLowerCase, { maxDistance });
  return nearest === undefined ? undefined : words[inLowerCase.indexOf(nearest)];
}

/** Of a short word one letter has to be right. */
function findMaxDistance(length: number): number {
  return Math.min(Math.max(0, length - 1), Math.max(2, Math.floor(length / 3)));
}

/** The words of a list, quoted, for `allowed`. */
export function listWords(words: Iterable<string>): string {
  return [...words].map((word) => `"${word}"`).join(', ');
}

/** Refuses any value outside the allowed words, and suggests the nearest one. */
export function requireOneOf<Word extends string>(argument: string, received: unknown, words: readonly Word[]): Word {
  if (words.includes(received as Word)) return received as Word;
  const todo = didYouMean(received, words);
  throw new InvalidArgumentError({
    argument,
    received,
    allowed: listWords(words),
    ...(todo === undefined ? {} : { todo }),
  });
}

/** Whether a value can hold options: not a list, a Map, a Date or the like, whose entries are no properties. */
export function isObjectOfKeys(value: unknown): value is object {
  return ['[object Object]', '[object Module]'].includes(Object.prototype.toString.call(value));
}

/**
 * Refuses unknown options: a misspelt option must not be ignored silently.
 * @param called a name for one of the keys
 */
export function requireKnownKeys(
  argument: string,
  received: unknown,
  keys: readonly string[],
  called: string = 'option',
): void {
  const allowed = `an object with ${listWords(keys)}`;
  requireReadable(argument, received, allowed);
  if (!isObjectOfKeys(received)) throw new InvalidArgumentError({ argument, received, allowed });
  if (keys.includes('domain') && Object.hasOwn(received, 'domainId')) {
    throw new InvalidArgumentError({
      argument,
      received,
      shown: 'a domain',
      allowed,
      todo: 'Write { domain }, with braces, instead of the domain itself',
    });
  }
  for (const key of Object.keys(received)) requireOneOf(`the ${called} name in ${argument}`, key, keys);
}

/** Refuses an object with a getter, or with a trap of a Proxy, that throws: its own error does not say what read it. */
function requireReadable(argument: string, received: unknown, allowed: string): void {
  try {
    if (isObjectOfKeys(received)) Object.values(received);
  } catch (error) {
    const shown = `an object that throws when it is read (${describeThrown(error)})`;
    // Without the object itself: a runner that prints the error would read it again.
    throw new InvalidArgumentError({ argument, received: undefined, shown, allowed });
  }
}
