import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { parseYaml } from './parseYaml.ts';

/**
 * The value of a text of JSON or YAML.
 * @param argument the template in words, for messages
 * @throws InvalidArgumentError with the place of the mistake
 */
export function parseTemplate(text: string, argument: string): unknown {
  const json = attempt(() => JSON.parse(text) as unknown);
  if ('value' in json) return json.value;
  const yaml = attempt(() => parseYaml(text));
  if ('value' in yaml) return yaml.value;
  throw new InvalidArgumentError({
    argument,
    received: text,
    shown: 'a text that does not parse',
    allowed: 'JSON or YAML',
    ...(/^\s*[{[]/.test(text)
      ? { because: `As JSON: ${json.why}` }
      : {
          because: `As YAML: ${yaml.why}`,
          todo: 'Check the indentation, the quotes and the colons of this line and the line before',
        }),
  });
}

function attempt<Value>(parse: () => Value): { readonly value: Value } | { readonly why: string } {
  try {
    return { value: parse() };
  } catch (error) {
    return { why: (error as Error).message };
  }
}
