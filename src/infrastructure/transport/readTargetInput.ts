import { valueAt } from '../../../model/values/eventPath.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import type { TargetInput } from '../../harness/transports/transport.ts';
import type { Input } from '../model/infrastructure.ts';
import { requireKnown } from '../values/requireKnown.ts';
import { parseJsonPath } from './jsonPath.ts';
import { locateInTemplate } from './locateInTemplate.ts';
import { transformInput } from './transformInput.ts';

/** The names of the properties of a target's input, in the language of the template. */
export interface InputNames {
  readonly constant: string;
  readonly path: string;
  readonly template: string;
  readonly paths: string;
}

/**
 * What a target sends in place of the event; undefined if it sends the event itself.
 * @throws InvalidArgumentError for an input that AWS refuses, or that the template does not decide
 */
export function readTargetInput(input: Input, names: InputNames, ruleName: string): TargetInput | undefined {
  const given = Object.keys(input);
  if (given.length > 1) {
    const words = { constant: names.constant, path: names.path, transformer: names.template.replace(/\.[^.]*$/, '') };
    const [where, ...properties] = describeNames(Object.values(words));
    const all = properties.join(', ').replace(/, ([^,]*)$/, ' and $1');
    const found = describeNames(given.map((name) => words[name as keyof Input])).slice(1);
    throw new InvalidArgumentError({
      argument: where as string,
      received: input,
      shown: `a target with ${found.join(' and ')}`,
      allowed: `a target with one of ${all}, or with none`,
      because: 'They exclude each other',
      todo: `Remove ${found.slice(1).join(' and ')}, or ${found[0]}`,
    });
  }
  const { constant, path, transformer } = input;
  if (constant !== undefined) {
    const text = requireKnown(constant, names.constant) ?? '';
    return { name: names.constant, write: () => text };
  }
  if (path !== undefined) return readInputPath(requireKnown(path, names.path) ?? '$', names.path);
  if (transformer === undefined) return undefined;
  const template = requireKnown(transformer.template, names.template) ?? '';
  if (/^\s*<aws\.events\.event\.json>\s*$/.test(template)) return undefined;
  const paths = Object.entries(requireKnown(transformer.paths, names.paths) as Record<string, string>);
  const parsed = new Map(paths.map(([name, value]) => [name, parseJsonPath(value, `${names.paths}.${name}`)]));
  const name = names.template.replace(/\.[^.]*$/, '');
  const made = { paths: parsed, template, ruleName };
  return { name, write: transformInput(made, names.template), locate: locateInTemplate(made) };
}

/** The place that some properties share, and their own names. */
function describeNames(names: readonly string[]): readonly string[] {
  const cut = names.map((name) => name.lastIndexOf('.'));
  return [names[0]?.slice(0, cut[0]) ?? '', ...names.map((name, index) => name.slice((cut[index] as number) + 1))];
}

/** The text for a path that an event does not have: AWS does not say what a target gets, so nothing is sent. */
export const nothingSent = '';

function readInputPath(path: string, where: string): TargetInput | undefined {
  const part = parseJsonPath(path, where);
  if (part.length === 0) return undefined;
  return { name: where, part, write: (event) => JSON.stringify(valueAt(event, part)) ?? nothingSent };
}
