import { readContent } from '../../../../src/provider/interaction/messageContent.ts';

test('a message without a body has no content, and counts as JSON', () => {
  expect(readContent({ type: 'Asynchronous/Messages' })).toEqual({ contentType: 'application/json', body: undefined });
});

test('the content type comes from the content, or else from the metadata', () => {
  const contents = { content: {}, contentType: 'application/cloudevents+json', encoded: false };
  expect(readContent({ type: 'Asynchronous/Messages', contents }).contentType).toBe('application/cloudevents+json');
  expect(readContent({ contents: {}, metaData: { contentType: 'application/vnd.x+json' } }).contentType).toBe(
    'application/vnd.x+json',
  );
});

test('a V3 body with a property named content is a body', () => {
  expect(readContent({ contents: { content: 1 } }).body).toEqual({ content: 1 });
});

test.each([
  ['application/json; charset=utf-8', undefined],
  ['application/vnd.a.b+json;version="1"', undefined],
  ['json', '"json"'],
  ['application/json; name="é"', '"application/json; name=\\"é\\""'],
  ['application/json\r\nX-Other: 1', '"application/json\\r\\nX-Other: 1"'],
  [' application/json', '" application/json"'],
])('a content type of %j either fits a header or causes an error', (contentType, shown) => {
  const { unreadable } = readContent({
    type: 'Asynchronous/Messages',
    contents: { content: {}, contentType, encoded: false },
  });
  const told = `its content type is ${shown}; allowed: a value for an HTTP header, such as "application/json"`;
  expect(unreadable).toBe(shown === undefined ? undefined : told);
});
