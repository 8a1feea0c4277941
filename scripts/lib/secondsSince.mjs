/** The seconds since a `performance.now()`, as a text. */
export function secondsSince(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
