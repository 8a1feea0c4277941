import {
  didYouMean,
  InvalidArgumentError,
  listWords,
  rephrase,
  requireKnownKeys,
  requireOneOf,
  show,
} from '../../../model/values/invalidArgument.ts';

describe('InvalidArgumentError', () => {
  it('states argument, received value, allowed values, reason, and what to do', () => {
    const complaint = {
      argument: 'runs',
      received: -1,
      allowed: 'whole numbers from 1',
      because: 'So it is',
      todo: 'Do it',
    };
    const error = new InvalidArgumentError(complaint);
    expect(error.message).toBe('runs is -1; allowed: whole numbers from 1. So it is. Do it.');
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: 'runs', received: -1 });
    expect(error).toBeInstanceOf(TypeError);
  });

  it('omits what it does not know', () => {
    expect(new InvalidArgumentError({ argument: 'a', received: 'b', allowed: 'c' }).message).toBe(
      'a is "b"; allowed: c.',
    );
  });
});

describe('rephrase', () => {
  it('replaces parts of a complaint, and keeps the others', () => {
    const complaint = { argument: 'options.runs', received: undefined, allowed: 'options.runs or more', todo: 'Do it' };
    const error = rephrase(new InvalidArgumentError(complaint), { argument: '--runs', shown: 'missing' });
    expect(error.message).toBe('--runs is missing; allowed: options.runs or more. Do it.');
    expect(rephrase(error, { argument: '-r' }).message).toBe('-r is missing; allowed: options.runs or more. Do it.');
    expect(error).toMatchObject({ argument: '--runs', received: undefined });
  });
});

describe('show', () => {
  it.each([
    ['x'.repeat(200), `"${'x'.repeat(77)}…"`],
    [{ a: { b: { c: 1 } } }, '{ a: { b: [Object] } }'],
    [function named() {}, 'the function named'],
    [() => 0, 'a function'],
    [Promise.resolve(7), 'a promise'],
  ])('writes %p on one short line', (value, line) => {
    expect(show(value)).toBe(line);
  });
});

describe('didYouMean', () => {
  it('names the nearest word if one is close', () => {
    expect(didYouMean('stringvalue', ['doubleValue', 'stringValue'])).toBe('Did you mean "stringValue"?');
  });

  it('says nothing if no word is close', () => {
    expect(didYouMean('xyz', ['doubleValue'])).toBeUndefined();
    expect(didYouMean(7, ['doubleValue'])).toBeUndefined();
    expect(didYouMean('xyz', [])).toBeUndefined();
  });
});

describe('requireOneOf', () => {
  it('returns an allowed word and refuses others', () => {
    expect(requireOneOf('mode', 'on', ['on', 'off'])).toBe('on');
    expect(() => requireOneOf('mode', 'onn', ['on', 'off'])).toThrow(
      `mode is "onn"; allowed: ${listWords(['on', 'off'])}. Did you mean "on"?`,
    );
  });
});

describe('requireKnownKeys', () => {
  it('refuses misspelt options and values that are no object', () => {
    expect(() => requireKnownKeys('options', { run: 1 }, ['runs'])).toThrow(
      'the option name in options is "run"; allowed: "runs". Did you mean "runs"?',
    );
    expect(() => requireKnownKeys('options', null, ['runs'])).toThrow(
      'options is null; allowed: an object with "runs".',
    );
    for (const value of [new Map([['runs', 1]]), new Set(), new Date(0), Object(1), [], /a/]) {
      expect(() => requireKnownKeys('options', value, ['runs'])).toThrow('; allowed: an object with "runs".');
    }
    requireKnownKeys('options', Object.create(null), ['runs']);
  });

  const boom = (): never => {
    throw new RangeError('boom');
  };

  it.each<[string, object]>([
    [
      'a getter',
      {
        get runs() {
          return boom();
        },
      },
    ],
    ['a Proxy with a trap for values', new Proxy({ runs: 1 }, { get: boom })],
    ['a Proxy with a trap for names', new Proxy({ runs: 1 }, { ownKeys: boom })],
    ['a Proxy with a trap for properties', new Proxy({ runs: 1 }, { getOwnPropertyDescriptor: boom })],
  ])('refuses %s that throws, in one sentence', (_, value) => {
    expect(() => requireKnownKeys('options', value, ['runs'])).toThrow(
      'options is an object that throws when it is read (RangeError: boom); allowed: an object with "runs".',
    );
  });
  it('refuses a revoked Proxy', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(() => requireKnownKeys('options', proxy, ['runs'])).toThrow(
      /^options is an object that throws when it is read \(TypeError: .*revoked\); allowed: an object with "runs"\.$/,
    );
  });
});
