import { didYouMean, InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { joinFirst } from '../../../model/values/show/joinFirst.ts';
import type { AbsentResource, Infrastructure, LambdaFunction, MisspeltName } from '../model/infrastructure.ts';

/** The most functions that a message names. */
const MOST_NAMED = 20;

/**
 * The function of a template by its logical id, its `FunctionName`, its path in the CDK or its address in Terraform.
 * The end of a path is enough, if no other function has the same.
 * @throws InvalidArgumentError if there is none, or more than one
 */
export function findFunction(
  { functions, absent, unread, misspelt }: Infrastructure,
  functionId: unknown,
): LambdaFunction {
  const exact = functions.filter(({ id, names }) => [id, ...names].includes(functionId as string));
  const found = exact.length > 0 ? exact : functions.filter((one) => hasEnd(one, functionId));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const candidates = found.length > 1 ? found : functions;
  const todo = didYouMean(
    functionId,
    functions.flatMap(({ id, names }) => [id, ...names.flatMap(listEnds)]),
  );
  throw new InvalidArgumentError({
    argument: 'functionId',
    received: functionId,
    allowed: candidates.length === 0 ? 'a function of the template' : listFunctions(candidates),
    because: [
      ...(functions.length === 0 ? ['The template has no Lambda function'] : []),
      ...(found.length > 1 ? [`${found.length} functions have this name`] : []),
      ...absent.filter(({ id }) => id === functionId).map(explainAbsent),
      ...(functions.length > 0 ? [] : misspelt.map(explainMisspelt)),
      ...(found.length > 1 ? [] : unread.map((what) => `The template has ${what}`)),
    ].join('. '),
    ...(found.length === 0 && todo !== undefined ? { todo } : {}),
  });
}

/** Why a resource does not exist, as a sentence. */
export function explainAbsent({ id, condition }: AbsentResource): string {
  return `${id} does not exist, because its condition ${condition} does not hold`;
}

/** A wrong name of the template, as a sentence. */
export function explainMisspelt({ where, fault, near }: MisspeltName): string {
  return `${where.replace(/\.[^.]*$/, '')} ${fault}. Did you mean ${near}?`;
}

function listFunctions(functions: readonly LambdaFunction[]): string {
  const named = functions.map(({ id, names }) => {
    const [other] = names;
    return other === undefined ? JSON.stringify(id) : `${JSON.stringify(id)} (${other})`;
  });
  return joinFirst(named, MOST_NAMED);
}

/** Whether a function's path ends with this id: `Handler` for `RefundsStack/Handler/Resource`. */
function hasEnd({ id, names }: LambdaFunction, functionId: unknown): boolean {
  return [id, ...names].some((name) => listEnds(name).includes(functionId as string));
}

/** The ends of a path of the CDK, and of an address of Terraform. */
function listEnds(name: string): readonly string[] {
  const isPath = name.includes('/');
  const parts = isPath ? name.replace(/\/Resource$/, '').split('/') : name.split('.');
  return parts.map((_, place) => parts.slice(place).join(isPath ? '/' : '.'));
}
