import { format, inspect, isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { copyPlainly } from '../../../../model/values/copyPlainly.ts';
import type { Form } from '../../../../src/harness/recording/readNotes.ts';
import { Watch } from '../../../../src/harness/recording/watch.ts';
import { runWatched } from '../../../../src/harness/recording/watchedCalls.ts';

type Any = ReturnType<typeof JSON.parse>;

const event = {
  id: 'e-0123456789abcdef',
  detail: {
    eventType: 'CASE.UPDATED',
    case: { caseId: 'c', fields: { status: { value: { stringValue: 'open' } } } },
    list: ['a', { b: null }],
  },
};
const caseId = ['detail', 'case', 'caseId'];

function watching<Result>(form: Form, work: (watched: Any, watch: Watch) => Result): Promise<Result> {
  return runWatched(async (calls) => {
    const watch = new Watch(form, calls);
    return work(watch.of(copyPlainly(event)), watch);
  });
}

const forms = ['copy', 'view'] as const;

describe.each(forms)('as a %s', (form) => {
  test('the event is made without a read, and then read by names', async () => {
    await watching(form, (watched, { notes }) => {
      expect(notes.howRead(caseId)).toBe('not');
      expect(watched.detail.case.caseId).toBe('c');
      expect(notes.howRead(caseId)).toBe('by name');
      expect(notes.howRead(['detail', 'case', 'fields'])).toBe('not');
    });
  });

  test.each<[string, (watched: Any) => unknown, unknown]>([
    ['JSON', (watched) => JSON.stringify(watched), JSON.stringify(event)],
    [
      'JSON of an object that holds it',
      (watched) => JSON.stringify([{ watched }]),
      JSON.stringify([{ watched: event }]),
    ],
    ['laid out JSON', (watched) => JSON.stringify(watched, null, 2), JSON.stringify(event, null, 2)],
    ['%j', (watched) => format('%j', watched), JSON.stringify(event)],
    ['the printed text', (watched) => inspect(watched, { depth: 9 }), inspect(event, { depth: 9 })],
    ['the printed text of a list', (watched) => format([watched]), format([event])],
  ])('%s comes out unchanged, and does not count as reads by names', async (_, write, written) => {
    await watching(form, (watched, { notes }) => {
      expect(write(watched)).toBe(written);
      expect(notes.isUsed(3)).toBe(false);
    });
  });

  test('written data may be read, unless it is printed, or printed as written', async () => {
    const printed: unknown[] = [];
    const spy = jest.spyOn(console, 'log').mockImplementation((...given) => void printed.push(format(...given)));
    await watching(form, (watched, { notes }) => {
      const text = JSON.stringify(watched);
      const other = JSON.stringify({ watched }, null, 2);
      expect(notes.howRead(caseId)).toBe('in a copy');
      console.log(text);
      expect(notes.howRead(caseId)).toBe('in a copy');
      console.log(other);
      console.log('%j', watched);
      expect(notes.howRead(caseId)).toBe('not');
      expect(printed).toEqual([text, other, text]);
      JSON.stringify(watched.detail);
      expect([notes.howRead(caseId), notes.howRead(['id'])]).toEqual(['in a copy', 'not']);
    });
    spy.mockRestore();
  });

  test.each<[string, (watched: Any) => Any]>([
    ['a clone', (watched) => structuredClone(watched)],
    ['a clone of a clone', (watched) => structuredClone(structuredClone(watched))],
    ['a parsed text', (watched) => JSON.parse(JSON.stringify(watched))],
    ['an indented parsed text', (watched) => JSON.parse(JSON.stringify(watched, null, 2))],
    ['a part of a parsed text', (watched) => JSON.parse(JSON.stringify([{ watched }]))[0].watched],
  ])('%s is watched, too', async (_, copy) => {
    await watching(form, (watched, { notes }) => {
      const copied = copy(watched);
      expect(copied).not.toBe(watched);
      expect(notes.isLost).toBe(false);
      expect(copied.detail.case.caseId).toBe('c');
      expect(notes.howRead(caseId)).toBe('by name');
      expect(notes.howRead(['detail', 'eventType'])).toBe('not');
      expect(copied).toEqual(event);
    });
  });

  test('a copy has earlier changes, and later ones of its own', async () => {
    await watching(form, (watched) => {
      watched.detail.case.caseId = 'd';
      watched.more = { watched };
      delete watched.more.watched;
      const copies = [structuredClone(watched), JSON.parse(JSON.stringify(watched))];
      for (const copy of copies) {
        expect([copy.detail.case.caseId, copy.more]).toEqual(['d', {}]);
        copy.detail.case.caseId = 'e';
      }
      expect(watched.detail.case.caseId).toBe('d');
    });
  });

  test('a text that is parsed to something else is no longer watched', async () => {
    await watching(form, (watched, { notes }) => {
      const lost = JSON.parse(JSON.stringify(watched, null, 2), (key, value) => (key === 'list' ? [] : value));
      expect(lost.detail.case.caseId).toBe('c');
      expect(notes.isLost).toBe(true);
    });
  });

  test('the watched objects are the same, with the same members', async () => {
    await watching(form, (watched) => {
      expect(watched.detail).toBe(watched.detail);
      expect(watched.detail.list[1]).toBe(watched.detail.list[1]);
      expect(watched).toEqual(event);
      expect(Object.keys(watched)).toEqual(['id', 'detail']);
      expect(Reflect.ownKeys(watched)).toEqual(['id', 'detail']);
      expect(Array.isArray(watched.detail.list)).toBe(true);
      expect(watched.detail.list.map((item: Any) => item.b)).toEqual([undefined, null]);
      expect([...watched.detail.list].length).toBe(2);
      expect(['id' in watched, 'toJSON' in watched, 'Records' in watched]).toEqual([true, false, false]);
      expect(Object.hasOwn(watched, 'id')).toBe(true);
      expect(`${watched}`).toBe('[object Object]');
      expect(watched instanceof Object).toBe(true);
      expect(Object.isFrozen(watched)).toBe(false);
      expect(Object.isFrozen(Object.freeze(watched))).toBe(true);
    });
  });
});

test('any code can clone a copy, and the clone counts as read in a copy', async () => {
  const native = structuredClone;
  await watching('copy', (watched, { notes }) => {
    const copies = [native(watched), deserialize(serialize(watched)), native({ watched }).watched];
    for (const copy of copies) expect(isDeepStrictEqual(JSON.parse(JSON.stringify(copy)), event)).toBe(true);
    expect(notes.howRead(caseId)).toBe('in a copy');
    expect(notes.howRead(['detail', 'case', 'fields', 'status'])).toBe('in a copy');
    expect(notes.isUsed()).toBe(false);
  });
});

test('a view notes checks for members, and lists of members', async () => {
  await watching('view', ({ detail }, { notes }) => {
    expect('caseId' in detail.case).toBe(true);
    expect(notes.howRead(caseId)).toBe('by name');
    expect(Object.hasOwn(detail.case.fields, 'status')).toBe(true);
    expect(notes.howRead(['detail', 'case', 'fields', 'status'])).toBe('by name');
  });
  await watching('view', ({ detail }, { notes }) => {
    expect(Object.keys(detail.case)).toContain('caseId');
    expect(notes.howRead(caseId)).toBe('in a copy');
  });
});

test('a spread of a view does not count as a read', async () => {
  await watching('view', (watched, { notes }) => {
    expect({ ...watched.detail.case }).toEqual(event.detail.case);
    expect(notes.howRead(caseId)).toBe('not');
  });
});
