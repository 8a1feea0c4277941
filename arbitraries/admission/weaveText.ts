/** The texts of a condition with another text where it leaves the text open: at the last open place. */
export function fillText(pieces: readonly string[], rest: string): string {
  return `${pieces.slice(0, -1).join('')}${rest}${pieces.at(-1)}`;
}

/**
 * A text that has the pieces of a condition, and is otherwise close to another text, such as an ARN or an instant.
 * `arn:*:instance/i/*` and an ARN make this ARN, of another instance.
 */
export function weaveText(pieces: readonly string[], own: string): string {
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return first;
  const isArn = own.startsWith('arn:');
  const sign = isArn ? /[:/]/ : /[-:.TZ]/;
  let woven = '';
  let at = 0;
  for (const [index, piece] of [first, ...others].entries()) {
    const found = index === 0 ? 0 : findStart(piece, own, at, sign);
    const kept = countCommon(piece, own.slice(found));
    woven += own.slice(at, found) + piece;
    at = found + kept;
    // The rest of the part that the piece replaces goes. Parts of an instant have fixed lengths.
    if (kept < piece.length) at = isArn ? skipParts(own, at, piece.slice(kept), sign) : at + piece.length - kept;
  }
  return woven + own.slice(at, Math.max(at, findEnd(own, last, sign))) + last;
}

/** The place where most of a piece begins. */
function findStart(piece: string, own: string, from: number, sign: RegExp): number {
  // A part that is there as a whole is better than the beginning of another one.
  const lengths = [piece.length, ...listSigns(piece, sign).map((index) => index + 1)].toSorted((a, b) => b - a);
  const places = lengths.map((length) => own.indexOf(piece.slice(0, length), from));
  return places.find((place) => place >= 0) ?? from;
}

function countCommon(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** The index behind as many parts as a text has, of which the last may have no sign. */
function skipParts(own: string, from: number, text: string, sign: RegExp): number {
  const ends = listSigns(own, sign).filter((index) => index >= from);
  const count = listSigns(text, sign).length;
  if (sign.test(text.slice(-1))) return (ends[count - 1] ?? own.length) + 1;
  return ends[count] ?? own.length;
}

/** The index before as many signs as a text has; as many characters without a sign. */
function findEnd(own: string, text: string, sign: RegExp): number {
  const count = listSigns(text, sign).length;
  return count === 0 ? own.length - text.length : (listSigns(own, sign).at(-count) ?? 0);
}

function listSigns(text: string, sign: RegExp): readonly number[] {
  return text.split('').flatMap((character, index) => (sign.test(character) ? [index] : []));
}
