import { parsePath } from '../../../../model/values/eventPath.ts';

/** A rule after somebody followed the lines of a report to the letter. */
export function followLines(rule: object, lines: readonly string[]): object {
  return lines.reduce<object>((changed, line) => followLine(changed, line), structuredClone(rule));
}

/** One line: `options.rule.detail.eventType: write [...]`, or `…: remove it`. */
function followLine(rule: object, line: string): object {
  const [, place = '', todo = ''] = /^ *options\.rule(.*?): ((?:write|remove) .*)$/.exec(line) ?? [];
  if (todo === '') throw new Error(`nobody can follow ${line}`);
  if (todo.endsWith(' instead of the pattern')) return JSON.parse(todo.slice(5, -' instead of the pattern'.length));
  const keys = parsePath(place);
  const holder = keys
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (inner, key) => inner[key] as Record<string, unknown>,
      rule as Record<string, unknown>,
    );
  const last = keys.at(-1) as string;
  if (todo === 'remove it') delete holder[last];
  else holder[last] = JSON.parse(todo.slice(5));
  return rule;
}

/** The lines of a section of a report. */
export function readSection(message: string, heading: string): readonly string[] {
  const [, section = ''] = message.split(`\n${heading}\n`);
  return section
    .split('\n\n')[0]
    ?.split('\n')
    .filter((line) => line !== '')
    .map((line) => line.trim()) as readonly string[];
}
