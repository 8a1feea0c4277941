import type { Domain } from '../../../../model/domain/domain.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import type { Expectation } from '../../../../src/provider/findings/expectations.ts';
import { suggestRemedy } from '../../../../src/provider/findings/suggestRemedy.ts';

function todoFor(...segments: string[]): string {
  const expectation: Expectation = { kind: 'presence', segments, path: '', words: '', example: undefined };
  return suggestRemedy(expectation, false, exampleDomain as unknown as Domain).todo;
}

const state = (text: string) =>
  `Give the interaction the provider state ${text}, which fixes it, or leave it out of the body.`;

test('a missing member that a provider state fixes gets that state', () => {
  expect(todoFor('detail', 'relatedItem', 'comment', 'body')).toBe(
    state('"the content of the related item is included" {"type":"Comment"}'),
  );
  expect(todoFor('detail', 'case', 'fields', 'status')).toBe(
    state('"a case field has a value" {"fieldId":"status","member":"stringValue"}'),
  );
  expect(todoFor('detail', 'case', 'fields', 'a.b')).toBe(state('"a case field has a value" {"fieldId":"a.b"}'));
});

test.each([[['detail', 'relatedItem.comment.body']], [['detail', 'case.fields.status']]])(
  'one key with dots is not the path that it looks like: %j',
  (segments) => {
    expect(todoFor(...segments)).toBe('Leave it out of the body: AWS documents no such member.');
  },
);

test('a member of another type in every field has one remedy for all fields', () => {
  const segments = ['detail', 'case', 'fields', 'status', 'value', 'doubleValue'];
  const expectation: Expectation = { kind: 'presence', segments, path: '', words: '', example: undefined };
  const domain = exampleDomain as unknown as Domain;
  expect(suggestRemedy(expectation, false, domain)).toMatchObject({
    isForEveryField: true,
    todo: expect.stringContaining('Write a rule for each field'),
  });
  expect(suggestRemedy(expectation, true, domain)).toMatchObject({ isForEveryField: false });
});

test('a member of an undefined field has that remedy, too, and the member of the field itself has its state', () => {
  expect(todoFor('detail', 'case', 'fields', 'a.b', 'value', 'stringValue')).toContain('Write a rule for each field');
  expect(todoFor('detail', 'case', 'fields', 'status', 'value', 'stringValue')).toBe(
    state('"a case field has a value" {"fieldId":"status","member":"stringValue"}'),
  );
});
