/** A logarithmic scale from the whole powers of `base` around the values to the pixels between `from` and `to`. */
export function logScale(values, base, from, to) {
  const log = (value) => Math.log(value) / Math.log(base);
  const least = Math.floor(log(Math.min(...values)) + ROUNDING);
  const most = Math.ceil(log(Math.max(...values)) - ROUNDING);
  const at = (value) => from + ((log(value) - least) / (most - least)) * (to - from);
  return { at, ticks: Array.from({ length: most - least + 1 }, (_, index) => base ** (least + index)) };
}

const ROUNDING = 1e-9;

/** Moves positions apart, as little as possible, until neighbours are at least `gap` apart; keeps them below `most`. */
export function apart(positions, gap, most) {
  const order = positions.map((_, index) => index).sort((a, b) => positions[a] - positions[b]);
  const placed = [...positions];
  for (let index = 1; index < order.length; index++) {
    placed[order[index]] = Math.max(placed[order[index]], placed[order[index - 1]] + gap);
  }
  let room = most;
  for (const index of [...order].reverse()) {
    placed[index] = Math.min(placed[index], room);
    room = placed[index] - gap;
  }
  return placed;
}
