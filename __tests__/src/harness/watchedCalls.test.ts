import { whileWatched } from '../../../src/harness/watchedCalls.ts';

const { parse } = JSON;
const text = '{"id":"1"}';
const marked = (parsed: object): object => ({ ...parsed, marked: true });

function whileParsed<Result>(text: string, answer: (parsed: object) => object, work: () => Promise<Result>) {
  return whileWatched((calls) => {
    calls.expect(text, { answer });
    return work();
  });
}

afterEach(() => {
  expect(JSON.parse).toBe(parse);
});

test('only the text is answered, by whomever it is parsed, and only for the time of the work', async () => {
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

test('works that go on at once do not disturb each other, and an error ends the one that it is of', async () => {
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

test('a spy that comes meanwhile keeps its place, and is asked again by the next work', async () => {
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

test('where JSON.parse cannot be replaced nobody is answered', async () => {
  Object.defineProperty(JSON, 'parse', { writable: false });
  expect(await whileParsed(text, marked, async () => JSON.parse(text))).toEqual({ id: '1' });
  Object.defineProperty(JSON, 'parse', { writable: true });
});
