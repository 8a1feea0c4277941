import { runWatched } from '../../../../src/harness/recording/watchedCalls.ts';

const { parse } = JSON;
const { from } = Buffer;
const others = () => [structuredClone, atob, console.log, console.error, process.stdout.write, process.stderr.write];
const before = others();
const text = '{"id":"1"}';
const marked = (parsed: object): object => ({ ...parsed, marked: true });

function whileParsed<Result>(text: string, answer: (parsed: object) => object, work: () => Promise<Result>) {
  return runWatched((calls) => {
    calls.expect(text, { answer });
    return work();
  });
}

afterEach(() => {
  expect(JSON.parse).toBe(parse);
  expect(Buffer.from).toBe(from);
  expect(others()).toEqual(before);
});

test('only the given text gets the answer, from any caller of the parser, and only during the work', async () => {
  const parsed = await whileParsed(text, marked, async () => [
    JSON.parse(text),
    JSON.parse('{"id":"2"}'),
    JSON.parse('"1"'),
    JSON.parse(text, (key, value) => (key === 'id' ? Number(value) : value)),
    JSON.parse(Buffer.from(text) as never),
  ]);
  expect(parsed).toEqual([
    { id: '1', marked: true },
    { id: '2' },
    '1',
    { id: 1, marked: true },
    { id: '1', marked: true },
  ]);
  expect(JSON.parse(text)).toEqual({ id: '1' });
});

test('simultaneous works do not disturb each other, and an error ends only its own', async () => {
  let end = (): void => undefined;
  const first = whileParsed(text, marked, async () => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    return JSON.parse(text);
  });
  const failing = whileParsed('[]', marked, async () => JSON.parse('{'));
  await expect(failing).rejects.toThrow(SyntaxError);
  end();
  expect(await first).toEqual({ id: '1', marked: true });
});

test('a spy that appears meanwhile keeps its place, and is called again during the next work', async () => {
  let spy = jest.spyOn(JSON, 'parse');
  await whileParsed(text, marked, async () => expect(JSON.parse(text)).toEqual({ id: '1', marked: true }));
  expect(spy).toHaveBeenCalledTimes(1);
  spy.mockRestore();
  await whileParsed(text, marked, async () => {
    spy = jest.spyOn(JSON, 'parse');
  });
  expect(JSON.parse).toBe(spy);
  expect(JSON.parse(text)).toEqual({ id: '1' });
  await whileParsed(text, marked, async () => expect(JSON.parse(text)).toMatchObject({ marked: true }));
  expect(JSON.parse).toBe(spy);
  JSON.parse = parse;
});

test('nothing is answered if JSON.parse cannot be replaced', async () => {
  Object.defineProperty(JSON, 'parse', { writable: false });
  expect(await whileParsed(text, marked, async () => JSON.parse(text))).toEqual({ id: '1' });
  Object.defineProperty(JSON, 'parse', { writable: true });
});

test('all other calls meanwhile return their usual results', async () => {
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  await whileParsed(text, marked, async () => {
    console.log('%j', text, 1);
    expect(printed.mock.calls).toEqual([['%j', text, 1]]);
    expect(Buffer.from('YQ==', 'base64').toString()).toBe('a');
    expect(Buffer.from([97]).toString()).toBe('a');
    expect(atob('YQ==')).toBe('a');
    expect(structuredClone(new Map([['a', [1]]]))).toEqual(new Map([['a', [1]]]));
    expect(() => structuredClone(() => undefined)).toThrow('could not be cloned');
    expect(() => JSON.parse('{')).toThrow(SyntaxError);
    expect(JSON.parse('{"a":[{"id":"2"}]}')).toEqual({ a: [{ id: '2' }] });
  });
  printed.mockRestore();
});

test('the watcher notices that a text is tried, decoded, or parsed within a longer text', async () => {
  const told: string[] = [];
  await runWatched(async (calls) => {
    calls.expect('YQ==', { tried: () => told.push('tried'), decoded: () => told.push('decoded') });
    expect(() => JSON.parse('YQ==')).toThrow(SyntaxError);
    atob('YQ==');
    Buffer.from('YQ==', 'base64');
    const held = '{"id":"0123456789abcdef"}';
    const loss = { segments: [], isFound: false };
    calls.expect(held, { answer: marked, mark: '0123456789abcdef', losses: [loss] });
    expect(JSON.parse(`[1, {"event": ${held}}]`)).toEqual([1, { event: { id: '0123456789abcdef', marked: true } }]);
    expect(loss.isFound).toBe(true);
  });
  expect(told).toEqual(['tried', 'decoded', 'decoded']);
});

test('each written text is found once', async () => {
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  await runWatched(async (calls) => {
    const losses = [1, 2].map(() => ({ segments: [], isFound: false }));
    for (const loss of losses) calls.expect(text, { losses: [loss] });
    console.log('nothing of it');
    expect(losses.map(({ isFound }) => isFound)).toEqual([false, false]);
    console.log(`got ${text}`);
    expect(losses.map(({ isFound }) => isFound)).toEqual([true, false]);
    process.stderr.write('');
    JSON.parse(text);
    expect(losses.map(({ isFound }) => isFound)).toEqual([true, true]);
  });
  printed.mockRestore();
});
