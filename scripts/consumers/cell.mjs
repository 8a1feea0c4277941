// A cell of the matrix is `{ name, play, skip, alone }`. `play` returns an observation, and throws on a fault; `skip`
// is the reason why it cannot run here; `alone` keeps other cells from running at the same time.

/** Thrown by `play` if the cell turns out to be impossible here. */
export class Skipped extends Error {}

/** Calls an asynchronous function once, and again only after a failure. */
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
