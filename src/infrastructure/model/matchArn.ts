/** Whether something holds; unknown if the template does not decide it. */
export type Holding = 'given' | 'missing' | 'unknown';

/**
 * Whether an ARN in a policy means a resource. Unknown parts stand in both as `Fn::Sub` writes them; equal ones are equal.
 * An unknown account or Region of the resource is the one that the policy names.
 * @param isPattern whether `*` and `?` of the policy stand for other characters
 */
export function matchArn(policy: string, arn: string, isPattern: boolean): Holding {
  const asked = split(policy).map((token) => (isPattern ? toWildcard(token) : token));
  const actual = split(arn);
  const read = (text: string, tokens: readonly Token[], isOpen: Reading['isOpen']): Reading => {
    return { tokens, isOpen, isArn: text.startsWith('arn:') };
  };
  const [certain, always] = [read(policy, asked, (token) => token === ANY), read(arn, actual, isPlace)];
  if (overlap(certain, always)) return 'given';
  // What both have in common is the same in both.
  const isOpen = (token: Token): boolean =>
    token === ANY || (isUnknown(token) && !(asked.includes(token) && actual.includes(token)));
  return overlap(read(policy, asked, isOpen), read(arn, actual, isOpen)) ? 'unknown' : 'missing';
}

/** The worst of some, which all must hold. */
export function takeWorst(each: readonly Holding[]): Holding {
  if (each.includes('missing')) return 'missing';
  return each.includes('unknown') ? 'unknown' : 'given';
}

/** The best of some, of which one suffices. */
export function takeBest(each: readonly Holding[]): Holding {
  if (each.includes('given')) return 'given';
  return each.includes('unknown') ? 'unknown' : 'missing';
}

/** Tokens for wildcards, which are no characters. */
const ANY = '*any';
const ONE = '*one';

/** A character, an unknown part in braces, or a wildcard. */
type Token = string;

function split(text: string): readonly Token[] {
  return text.match(/\$\{[^}]*\}|[\s\S]/g) ?? [];
}

function toWildcard(token: Token): Token {
  return token === '*' ? ANY : token === '?' ? ONE : token;
}

function isUnknown(token: Token): boolean {
  return token.startsWith('${');
}

/** Whether an unknown part is the account or the Region of the stack. */
function isPlace(token: Token): boolean {
  return /^\$\{AWS::(Region|AccountId)\}$/.test(token);
}

/** Which tokens of a text stand for others, and whether they reach over colons. */
interface Reading {
  readonly tokens: readonly Token[];
  isOpen(token: Token): boolean;
  /** In an ARN an unknown part stays between its colons. */
  readonly isArn: boolean;
}

/** Whether some text is one of both. */
function overlap(asked: Reading, actual: Reading): boolean {
  const known = new Map<number, boolean>();
  const find = (at: number, on: number): boolean => {
    const place = at * (actual.tokens.length + 1) + on;
    const found = known.get(place) ?? step(at, on);
    known.set(place, found);
    return found;
  };
  const step = (at: number, on: number): boolean => {
    const [one, other] = [asked.tokens[at], actual.tokens[on]];
    if (one === undefined && other === undefined) return true;
    if (one !== undefined && asked.isOpen(one) && (find(at + 1, on) || (takes(one, other, asked) && find(at, on + 1))))
      return true;
    if (
      other !== undefined &&
      actual.isOpen(other) &&
      (find(at, on + 1) || (takes(other, one, actual) && find(at + 1, on)))
    )
      return true;
    if (one === undefined || other === undefined) return false;
    return (one === other || (one === ONE && !isUnknown(other))) && find(at + 1, on + 1);
  };
  return find(0, 0);
}

/** Whether an open token stands for one of the other text, too. */
function takes(open: Token, other: Token | undefined, { isArn }: Reading): boolean {
  return other !== undefined && (open === ANY || !isArn || other !== ':');
}
