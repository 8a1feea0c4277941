import { eventPattern } from '../../../../model/rule/eventPattern.ts';

test('the line of a mismatch names its branch of $or, and the fact behind it', () => {
  const lines = eventPattern({ $or: [{ user: [{ exists: true }] }, { type: ['a'] }] })
    .explain({ user: {}, type: 'b' })
    .map(({ text }) => text);
  expect(lines).toEqual([
    'user in ["$or"][0] must meet [{"exists":true}]: the event has an object there, and a pattern compares only the values within it (AWS: exists works on leaves only: an object, an empty list and a list of objects do not exist for it)',
    'type in ["$or"][1] must meet ["a"]: the condition does not admit "b"',
  ]);
});

test('the line of a mismatch cuts a long condition, and the condition itself is whole', () => {
  const [missed] = eventPattern({ type: ['a'.repeat(300)] }).explain({ type: 'b' });
  expect(missed?.text).toMatch(/^type must meet \["a{190,200}…: the condition does not admit "b"$/);
  expect(missed?.condition).toHaveLength(304);
});
