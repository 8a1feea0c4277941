/**
 * The double that a number in JSON stands for, or undefined if the double is another number. AWS compares doubles, and
 * takes only numbers that the shortest digits of their double repeat.
 */
export function parseComparable(text: string): number | undefined {
  const number = Number(text);
  return Number.isFinite(number) && normalizeDigits(text) === normalizeDigits(String(number)) ? number + 0 : undefined;
}

/** Digits and exponent, without zeros at either end: equal for equal numbers. */
function normalizeDigits(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
