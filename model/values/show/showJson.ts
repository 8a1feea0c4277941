import { cutToHead, measureLength } from '../text.ts';

/** Shows plain data on one short line, as JSON; for values of any kind there is `show`. */
export function showJson(value: unknown, most: number = 100): string {
  if (typeof value === 'string' && value.length > 60) {
    return `${JSON.stringify(cutToHead(value))} (${measureLength(value).toLocaleString('en')} characters)`;
  }
  const text = JSON.stringify(value) ?? String(value);
  return text.length > most
    ? `${cutToHead(text, most - 10)} (${text.length.toLocaleString('en')} characters of JSON)`
    : text;
}
