import { eventTypes } from '../model/facts/eventTypes.ts';
import { quoteLiteral } from '../model/values/show/quoteLiteral.ts';
import { isIgnored } from './ignored.ts';
import type { Table } from './table.ts';
import { isUndelivered } from './undelivered.ts';

/** The most characters of a line. */
const WIDTH = 100;

const INDENT = '  ';

/** A table as a test writes it: source text without a line end, whose later lines begin with `indent`. */
export function formatTable(table: Table, indent: string = ''): string {
  const rows = eventTypes.map((type) => formatMember(quoteLiteral(type), table[type], `${indent}${INDENT}`));
  return ['{', ...rows, `${indent}}`].join('\n');
}

/** The words of a table that a test must import, such as `ignored`. */
export function listTableWords(table: Table): readonly string[] {
  const values = eventTypes.flatMap((type): unknown[] => {
    const row: unknown = table[type];
    return isWord(row) || Array.isArray(row) ? [row] : Object.values(row as object);
  });
  return [...(values.some(isIgnored) ? ['ignored'] : []), ...(values.some(isUndelivered) ? ['undelivered'] : [])];
}

function formatMember(name: string, row: unknown, indent: string): string {
  const start = `${indent}${name}: `;
  if (isIgnored(row)) return `${start}ignored,`;
  if (isUndelivered(row)) return `${start}undelivered,`;
  const deeper = `${indent}${INDENT}`;
  if (!Array.isArray(row)) {
    const members = Object.entries(row as object).map(([type, member]) => formatMember(type, member, deeper));
    return [`${start}{`, ...members, `${indent}},`].join('\n');
  }
  const paths = row.map(quoteLiteral);
  const line = `${start}[${paths.join(', ')}],`;
  if (line.length <= WIDTH) return line;
  return [`${start}[`, ...paths.map((path) => `${deeper}${path},`), `${indent}],`].join('\n');
}

function isWord(row: unknown): boolean {
  return isIgnored(row) || isUndelivered(row);
}
