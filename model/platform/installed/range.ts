/** One of the alternatives of a range. */
interface Span {
  readonly sign: '' | '^' | '>=';
  readonly from: string;
  /** The first major version that is too new. */
  readonly below: number | undefined;
}

/** Whether a version is within a range of package.json. A prerelease counts as its release. */
export function isWithin(version: string, range: string): boolean {
  return parseSpans(range).some(({ sign, from, below }) => {
    const order = compare(version, from);
    if (sign === '') return order === 0;
    const end = sign === '^' ? readMajor(from) + 1 : below;
    return order >= 0 && (end === undefined || readMajor(version) < end);
  });
}

/** A range in words: `20.19 and later of 20, or 22 and newer`. */
export function describeRange(range: string): string {
  return parseSpans(range)
    .map(({ sign, from, below }) => {
      if (sign === '') return from;
      if (sign === '>=' && below === undefined) return `${from} and newer`;
      const short = from.replace(/^(\d+\.\d+)\.0$/, '$1');
      return from.includes('.') ? `${short} and later of ${readMajor(from)}` : from;
    })
    .join(', or ');
}

/** Parses only the range forms that this package uses. A test compares it with npm's own parser. */
function parseSpans(range: string): readonly Span[] {
  return range.split(' || ').map((span) => {
    const [, sign = '', from = '', below] = /^(\^|>=)?(\d+(?:\.\d+){0,2})(?: <(\d+))?$/.exec(span) ?? [];
    if (from === '') throw new Error(`The range ${JSON.stringify(span)} has a form that is not read here.`);
    return { sign: sign as Span['sign'], from, below: below === undefined ? undefined : Number(below) };
  });
}

function compare(one: string, other: string): number {
  const [left, right] = [parseNumbers(one), parseNumbers(other)];
  for (const place of [0, 1, 2]) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function parseNumbers(version: string): readonly number[] {
  return version.split(/[-+]/, 1).flatMap((numbers) => numbers.split('.').map(Number));
}

function readMajor(version: string): number {
  return parseNumbers(version)[0] ?? 0;
}
