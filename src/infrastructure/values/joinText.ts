import { Reference, type Resolved, Unresolved } from './resolved.ts';

/** The text of some parts in a row. A single part stays as it is, so a reference remains one. */
export function joinText(parts: readonly Resolved[]): Resolved {
  const kept = parts.filter((part) => part !== '');
  const [only] = kept;
  if (kept.length === 1 && (only instanceof Reference || only instanceof Unresolved)) return only;
  const unknown = kept.filter((part) => part instanceof Reference || part instanceof Unresolved);
  const text = kept.map(writeText).join('');
  if (unknown.length === 0) return text;
  const names = [...new Set(unknown.flatMap((part) => (part instanceof Reference ? [part.name] : part.names)))];
  const because = unknown.map(explainUnknown).find((one) => one !== '') ?? '';
  const isFault = unknown.some((part) => part instanceof Unresolved && part.isFault);
  return new Unresolved(text, names, because, isFault);
}

/** A value as a text, with what is unknown as `Fn::Sub` writes it. */
export function writeText(part: Resolved): string {
  if (part instanceof Reference || part instanceof Unresolved) return part.text;
  return typeof part === 'object' ? JSON.stringify(part) : String(part ?? '');
}

/** Why a value is unknown, as a sentence; empty for a known one. */
export function explainUnknown(value: Resolved): string {
  if (value instanceof Reference) return `${value.name} is known only after deployment`;
  return value instanceof Unresolved ? value.because : '';
}
