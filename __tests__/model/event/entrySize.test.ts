import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { entrySize } from '../../../model/event/entrySize.ts';
import { makeSample } from '../../../model/event/samples.ts';

describe('entrySize', () => {
  it("counts as EventBridge's page says: 14 for the time, then source, detail-type, detail and resources", () => {
    const event = {
      source: 'aws.cases',
      'detail-type': 'Amazon Connect Cases Change',
      resources: ['ab', 'c'],
      detail: {},
    };
    expect(entrySize({ ...event, time: '2022-03-16T23:43:26Z' })).toBe(14 + 9 + 27 + 2 + 3);
    expect(entrySize(event)).toBe(9 + 27 + 2 + 3);
  });

  it('counts bytes of UTF-8, not characters', () => {
    const event = { source: '', 'detail-type': '', resources: ['é'], detail: { text: '𝒳"\u2028' } };
    expect(entrySize(event)).toBe(2 + Buffer.byteLength('{"text":"𝒳\\"\u2028"}'));
  });

  it('is about 200 bytes less than the delivered event', () => {
    for (const type of ['CASE.UPDATED', 'RELATED_ITEM.CREATED'] as const) {
      const event = makeSample(type, exampleDomain);
      const envelope = Buffer.byteLength(JSON.stringify(event)) - entrySize(event);
      expect(envelope).toBeGreaterThan(170);
      expect(envelope).toBeLessThan(220);
    }
  });

  it.each(['case event', 'related-item event'])("agrees with a count by hand of AWS's %s", (kind) => {
    const event = makeSample(kind === 'case event' ? 'CASE.UPDATED' : 'RELATED_ITEM.CREATED', exampleDomain);
    const texts = [event.source, event['detail-type'], JSON.stringify(event.detail), ...event.resources];
    expect(entrySize(event)).toBe(14 + new TextEncoder().encode(texts.join('')).length);
  });

  it('refuses a value that is no event', () => {
    const message =
      'allowed: an EventBridge event: source, detail-type and time as texts, a list of texts as resources, and detail';
    expect(() => entrySize(undefined as never)).toThrow(`event is undefined; ${message}`);
    expect(() => entrySize({ source: 'aws.cases' } as never)).toThrow(`event is { source: 'aws.cases' }; ${message}`);
    expect(() => entrySize(JSON.parse(readFileSync('package.json', 'utf8')))).toThrow(message);
    const event = { source: 'aws.cases', 'detail-type': 'x', resources: [] as string[], detail: {} };
    expect(() => entrySize({ ...event, resources: [5] } as never)).toThrow(message);
    expect(() => entrySize({ ...event, time: 5 } as never)).toThrow(message);
    expect(() => entrySize({ ...event, detail: 'text' })).toThrow(message);
  });

  it('refuses a detail that is not JSON', () => {
    const event = { source: 'aws.cases', 'detail-type': 'x', resources: [] };
    const ring: { self?: unknown } = {};
    ring.self = ring;
    expect(() => entrySize({ ...event, detail: ring })).toThrow(
      'event.detail is <ref *1> { self: [Circular *1] }; allowed: JSON. JSON.stringify fails: Converting circular structure to JSON.',
    );
    expect(() => entrySize({ ...event, detail: { toJSON: () => undefined } })).toThrow(
      'allowed: JSON. JSON.stringify writes nothing of it.',
    );
  });
});
