import { codePoints } from '../../../model/values/text.ts';

describe('codePoints', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['𝒳', 1],
    ['a👩‍👩‍👧‍👦', 8],
    ['e\u0301', 2],
    ['\ud800', 1],
    ['\udc00\ud800', 2],
    ['\ud800a', 2],
  ])('counts the characters of %j as the API does: %i', (text, count) => {
    expect(codePoints(text)).toBe(count);
    expect(codePoints(text)).toBe([...text].length);
  });
});
