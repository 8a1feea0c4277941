// A cell of the matrix is `{ name, play, skip, alone }`: `play` returns what was seen and throws what is wrong; `skip` is
// the reason why it cannot run here; `alone` keeps others from running beside it.

/** What `play` throws when it turns out that the cell cannot run here. */
export class Skipped extends Error {}

/** Calls an asynchronous function once; again only if it has failed. */
export function once(make) {
  let made;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
