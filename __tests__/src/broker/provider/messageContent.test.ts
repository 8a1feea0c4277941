import { contentOf } from '../../../../src/broker/provider/messageContent.ts';

test('a message without a body has none, and is taken for JSON', () => {
  expect(contentOf({ type: 'Asynchronous/Messages' })).toEqual({ contentType: 'application/json', body: undefined });
});

test('the content type comes from the content, else from the metadata', () => {
  const contents = { content: {}, contentType: 'application/cloudevents+json', encoded: false };
  expect(contentOf({ type: 'Asynchronous/Messages', contents }).contentType).toBe('application/cloudevents+json');
  expect(contentOf({ contents: {}, metaData: { contentType: 'application/vnd.x+json' } }).contentType).toBe(
    'application/vnd.x+json',
  );
});

test('a V3 body with a property named content is a body', () => {
  expect(contentOf({ contents: { content: 1 } }).body).toEqual({ content: 1 });
});
