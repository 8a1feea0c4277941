/** A number with three significant digits. */
export function number(value) {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 });
}

/** A share as whole percent. */
export function percent(share) {
  return `${Math.round(share * 100)}%`;
}

/** Bytes as MB. */
export function megabytes(bytes) {
  return number(bytes / 2 ** 20);
}
