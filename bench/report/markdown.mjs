/** A Markdown table with numbers on the right; short rows contain words. */
export function table(columns, rows) {
  const lines = [
    columns,
    columns.map((_, index) => (rows.some((row) => isNumber(row[index])) ? '---:' : '---')),
    ...rows.map(whole),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

  function whole(row) {
    return [...row, ...Array(columns.length - row.length).fill('')].map((cell) => `${cell}`.replaceAll('|', '\\|'));
  }
}

function isNumber(cell) {
  return /^-?[\d,.]+%?$/.test(`${cell}`);
}

/** A section: its title, a description of the measurement, its tables. */
export function section({ title, text, tables }) {
  const parts = tables.flatMap(({ caption, columns, rows }) => [
    ...(caption === undefined ? [] : [`### ${caption}`]),
    table(columns, rows),
  ]);
  return [`## ${title}`, text, ...parts].join('\n\n');
}
