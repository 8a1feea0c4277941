import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * The commands of a job in a GitHub Actions workflow. `values` gives the values of its expressions by name; the caller
 * handles actions (`uses:`).
 */
export function commandsOf(file, job, values) {
  const { jobs } = parse(readFileSync(file, 'utf8'));
  return jobs[job].steps.flatMap(({ run }) => (run === undefined ? [] : [filledIn(run, values)]));
}

function filledIn(command, values) {
  return command.replace(/\$\{\{(.*?)\}\}/g, (_, expression) => {
    const names = expression.split('||').map((name) => name.trim());
    const unknown = names.find((name) => !(name in values));
    if (unknown !== undefined) throw new Error(`${command}: nothing is known of ${unknown}`);
    return names.map((name) => values[name]).find((value) => value) ?? '';
  });
}
