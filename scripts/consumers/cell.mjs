// A cell of the matrix is `{ name, play, skip, alone }`: `play` returns what was seen and throws what is wrong; `skip` is
// the reason why it cannot run here; `alone` keeps others from running beside it.

/** What `play` throws when it turns out that the cell cannot run here. */
export class Skipped extends Error {}

/** Calls a function at its first call only. */
export function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}
