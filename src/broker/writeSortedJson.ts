import { compareBytes } from './compareBytes.ts';

/** Writes a value as JSON with two spaces and sorted keys, like the files of Pact's library. */
export function writeSortedJson(value: unknown, indent: string = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  // Written by hand, because objects do not keep keys such as "10" and "9" in text order.
  const parts = Array.isArray(value)
    ? value.map((part) => writeSortedJson(part, deeper))
    : Object.keys(value)
        .sort(compareBytes)
        .map((key) => `${JSON.stringify(key)}: ${writeSortedJson((value as Record<string, unknown>)[key], deeper)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return parts.length === 0 ? `${open}${close}` : `${open}\n${deeper}${parts.join(`,\n${deeper}`)}\n${indent}${close}`;
}
