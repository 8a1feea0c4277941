import { AnswerTooLarge, readLimitedText } from '../../../../src/broker/client/readLimitedText.ts';

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

test('a text is joined from its pieces', async () => {
  expect(await readLimitedText(pieces('ab', 'cd'), 4)).toBe('abcd');
  expect(await readLimitedText(null)).toBe('');
});

test('reading stops at the first byte above the limit', async () => {
  const endless = async function* (): AsyncGenerator<Uint8Array> {
    for (;;) yield Buffer.from('abc');
  };
  await expect(readLimitedText(endless(), 4)).rejects.toThrow(new AnswerTooLarge('more than 4 bytes, unpacked'));
});
