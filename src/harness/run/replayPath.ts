/** The place of an event in a run. `search` is the path of fast-check, such as `21:2:0`: the value, then its shrinks. */
export type ReplayPath =
  | { readonly kind: 'random'; readonly search: string }
  | { readonly kind: 'foreign'; readonly search: string }
  /** A fixed event by its number in the schedule. A shrunk one has a `search` too, from `0`, the event itself. */
  | { readonly kind: 'fixed'; readonly number: number; readonly search?: string }
  /** A fixed event that comes a second time. */
  | { readonly kind: 'again'; readonly number: number };

/** Writes a path as failures print it: `21:2:0`, `foreign:4`, `fixed:8:0:2` or `again:8`. */
export function formatReplayPath(path: ReplayPath): string {
  switch (path.kind) {
    case 'random':
      return path.search;
    case 'foreign':
      return `foreign:${path.search}`;
    case 'fixed':
      return `fixed:${path.number}${path.search === undefined ? '' : `:${path.search}`}`;
    case 'again':
      return `again:${path.number}`;
  }
}

/** Reads a printed path; undefined for any other text. */
export function parseReplayPath(text: string): ReplayPath | undefined {
  const [, kind = 'random', rest = '', first = '', search] = PRINTED.exec(text) ?? [];
  if (first === '') return undefined;
  if (kind === 'random' || kind === 'foreign') return { kind, search: rest };
  if (kind === 'again') return { kind, number: Number(first) };
  return { kind: 'fixed', number: Number(first), ...(search !== undefined && { search }) };
}

const PRINTED = /^(?:(fixed|again|foreign):)?((\d+)(?::(\d+(?::\d+)*))?)$/;
