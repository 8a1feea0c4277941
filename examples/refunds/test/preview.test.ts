import fc from 'fast-check';
import { previewOf } from '../src/preview';

test('a short text is its own preview', () => {
  expect(previewOf('Gave a $5 refund')).toBe('Gave a $5 refund');
});

test('a preview is short, and never ends in half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 100, maxLength: 400 }), (text) => {
      const preview = previewOf(text);
      expect(preview.length).toBeLessThanOrEqual(280);
      expect(() => encodeURIComponent(preview)).not.toThrow();
    }),
  );
});
