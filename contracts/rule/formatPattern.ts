/** The most characters of a line. */
const WIDTH = 100;

/** Writes an event pattern as JSON for a template: two spaces, and a list on one line if it fits. */
export function formatPattern(pattern: object): string {
  return format(pattern, 0, '');
}

function format(value: unknown, indent: number, name: string): string {
  const start = `${' '.repeat(indent)}${name}`;
  const line = `${start}${formatInline(value)}`;
  if (typeof value !== 'object' || value === null || (indent > 0 && line.length < WIDTH && isInline(value)))
    return line;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const parts = Object.entries(value).map(([key, part]) =>
    format(part, indent + 2, Array.isArray(value) ? '' : `${JSON.stringify(key)}: `),
  );
  return `${start}${open}\n${parts.join(',\n')}\n${' '.repeat(indent)}${close}`;
}

/** Whether a value may share one line: a list of scalars and operators, or an operator. */
function isInline(value: object): boolean {
  return !Array.isArray(value) || value.every((part) => typeof part !== 'object' || !hasObject(part));
}

function hasObject(value: object | null): boolean {
  return Object.values(value ?? {}).some((part) => typeof part === 'object' && !Array.isArray(part));
}

function formatInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatInline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${formatInline(part)}`);
  return `{ ${members.join(', ')} }`;
}
