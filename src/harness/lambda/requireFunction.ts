import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { isThenable } from './invoke.ts';

/** A consumer's function that we call. */
interface Wanted {
  /** Its name in messages, such as `options.reset`. */
  readonly argument: string;
  readonly allowed: string;
  /** What to do, if nothing more specific is known. */
  readonly todo?: string;
  /** The call with some code as argument, such as `verify(contract, handler)` for `handler`. */
  readonly giving: (code: string) => string;
  /** The parameters that its code names, as in `(schedule)`; none by default. */
  readonly parameters?: string;
  /** Whether a list or an iterator may be a call's answer; otherwise a list is one of functions. */
  readonly mayBeAnswer?: boolean;
}

/** Why a value cannot be called as a function, and what to write instead. */
interface Unfit {
  readonly shown?: string;
  readonly because?: string;
  readonly todo?: string;
}

/**
 * Refuses values that are no functions, and functions whose call runs nothing.
 * @throws InvalidArgumentError that distinguishes a promise, a class, a generator, a list and an object
 */
export function requireFunction(received: unknown, wanted: Wanted): void {
  const { argument, allowed, todo } = wanted;
  const unfit = describeUnfit(received, wanted);
  if (unfit === undefined) return;
  throw new InvalidArgumentError({ argument, received, allowed, ...(todo === undefined ? {} : { todo }), ...unfit });
}

function describeUnfit(received: unknown, wanted: Wanted): Unfit | undefined {
  try {
    return typeof received === 'function'
      ? describeUnfitFunction(received, wanted)
      : describeUnfitValue(received, wanted);
  } catch {
    // Reading one of its members throws.
    return typeof received === 'function' ? undefined : {};
  }
}

function describeUnfitFunction(given: object, { giving }: Wanted): Unfit | undefined {
  const { name, prototype } = given as { name: string; prototype?: { handler?: unknown } };
  if (isGenerator(given)) {
    return {
      shown: name === '' ? 'a generator function' : `the generator function ${name}`,
      because: 'A call runs none of its code: it returns an iterator, which Lambda does not read',
      todo: 'Write an async function in its place, without the asterisk',
    };
  }
  if (!/^class\b/.test(Function.prototype.toString.call(given))) return undefined;
  const own = name === '' ? 'TheClass' : name;
  const method = typeof (given as { handler?: unknown }).handler === 'function' ? `${own}.handler` : undefined;
  const ofInstance = typeof prototype?.handler === 'function' ? `new ${own}().handler` : 'new TheClass().method';
  return {
    shown: name === '' ? 'a class' : `the class ${name}`,
    because: 'A class cannot be called as a function',
    todo: `Write ${giving(`(...parameters) => ${method ?? ofInstance}(...parameters)`)}`,
  };
}

/** Includes the function that makes one. */
function isGenerator(given: object): boolean {
  return /generator/i.test(Object.prototype.toString.call(given));
}

function describeUnfitValue(given: unknown, { giving, parameters = '()', mayBeAnswer = false }: Wanted): Unfit {
  if (isThenable(given)) {
    // Its rejection belongs to that call, and would be reported as an error of the test.
    given.then(undefined, () => undefined);
    return {
      shown: 'a promise',
      because: 'You called the function once, and passed its result',
      todo: `Write ${giving('theFunction')}, without parentheses behind it, or ${giving(`${parameters} => …`)} with the call in it`,
    };
  }
  if (Array.isArray(given)) {
    const shown = `a list of ${given.length}`;
    if (mayBeAnswer) return { shown };
    return { shown, todo: `Give one function at a time: for (const one of list) ${giving('one')}` };
  }
  if (typeof given !== 'object' || given === null) return {};
  if (typeof (given as { next?: unknown }).next === 'function') {
    if (mayBeAnswer && !isGenerator(given)) return { shown: 'an iterator' };
    return {
      shown: 'an iterator',
      because: 'You called a generator function, which runs none of its code',
      todo: 'Write an async function in its place, without the asterisk',
    };
  }
  const method = findMethod(given);
  return method === undefined
    ? {}
    : {
        shown: `an object with the function ${method}`,
        todo: `Write ${giving(`(...parameters) => theObject.${method}(...parameters)`)}`,
      };
}

/** The function of a module or an instance that was probably meant, if clear. */
function findMethod(given: object): string | undefined {
  const isMethod = (name: string): boolean => typeof (given as Record<string, unknown>)[name] === 'function';
  const named = ['handler', 'default'].find(isMethod);
  const own = Object.keys(given).filter(isMethod);
  return named ?? (own.length === 1 ? own[0] : undefined);
}
