import { isMembers } from '../../../model/values/members.ts';
import { isList, isObject, Reference, type Resolved, Unresolved } from '../values/resolved.ts';
import type { Resources } from './resources.ts';
import type { Stack } from './stacks.ts';

/** Stacks of other templates, macros and loops, in words that follow "The template has". */
export function listUnread(written: readonly Stack[], resources: Resources): readonly string[] {
  const stacks = resources.list('AWS::CloudFormation::Stack', 'AWS::Serverless::Application');
  return [
    ...written
      .flatMap(listMacros)
      .map(
        (macro) => `${macro}: give the template that aws cloudformation get-template --template-stage Processed prints`,
      ),
    ...stacks.map(({ id }) => {
      const outputs = listOutputs(id, resources);
      const given = outputs.map((output) => `'${output}': '<id>'`).join(', ');
      const rest = `and the id of the resource behind each output: parameters: { ${given} }`;
      return `the nested stack ${id}: give its template beside this one${outputs.length === 0 ? '' : `, ${rest}`}`;
    }),
  ];
}

/** Transforms that change nothing on a way, or that are read. */
const KNOWN_TRANSFORM = /^AWS::(Serverless-|LanguageExtensions$|CodeDeployBlueGreen$|SecretsManager-)/;

/** Macros, included files and loops, which are not evaluated. */
export function listMacros({ sections: { loops = [], Transform = [] } }: Stack): readonly string[] {
  const names = [Transform].flat().map((one) => (isMembers(one) ? String(one.Name) : String(one)));
  return [
    ...loops.map((name) => (name === 'Fn::Transform' ? `the macro ${name}` : `the loop ${name}`)),
    ...names.filter((name) => !KNOWN_TRANSFORM.test(name)).map((name) => `the macro ${name}`),
  ];
}

/** The outputs of a nested stack to which the template refers, by the names that `options.parameters` takes. */
function listOutputs(id: string, resources: Resources): readonly string[] {
  const find = (value: Resolved): readonly string[] => {
    if (value instanceof Reference) return value.resource === id ? [value.parameter] : [];
    if (value instanceof Unresolved) return value.names.filter((name) => name.startsWith(`${id}.Outputs.`));
    if (isList(value)) return value.flatMap(find);
    return isObject(value) ? Object.values(value).flatMap(find) : [];
  };
  return [...new Set(resources.listAll().flatMap(({ properties }) => find(properties)))];
}
