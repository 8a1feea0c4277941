import { didYouMean, InvalidArgumentError, listWords } from '../../../model/values/invalidArgument.ts';
import type { Members } from '../../../model/values/members.ts';

/**
 * Refuses given parameters that AWS refuses by what the template declares about them.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html (documented)
 */
export function requireAllowedValues(declared: Readonly<Record<string, Members>>, given: Members): void {
  for (const [name, parameter] of Object.entries(declared)) {
    // What is read from SSM has another value than the parameter.
    if (!Object.hasOwn(given, name) || /^AWS::SSM::/.test(String(parameter.Type))) continue;
    for (const value of listTexts(given[name], parameter))
      requireAllowed(`options.parameters.${name}`, value, parameter);
  }
}

/** The texts to which the declaration applies: those of a list one by one. */
function listTexts(value: unknown, { Type }: Members): readonly string[] {
  const isOfList = /^(CommaDelimitedList$|List<)/.test(String(Type));
  const values = isOfList && typeof value === 'string' ? value.split(',').map((item) => item.trim()) : [value].flat();
  return values.filter((one) => ['string', 'number', 'boolean'].includes(typeof one)).map(String);
}

function requireAllowed(argument: string, received: string, parameter: Members): void {
  const { AllowedValues, AllowedPattern, Type } = parameter;
  if (Array.isArray(AllowedValues) && !AllowedValues.map(String).includes(received)) {
    const words = AllowedValues.map(String);
    refuse(argument, received, listWords(words), didYouMean(received, words));
  }
  if (/^(List<)?Number>?$/.test(String(Type))) requireNumber(argument, received, parameter);
  else requireLength(argument, received, parameter);
  if (typeof AllowedPattern !== 'string') return;
  const pattern = compileWhole(AllowedPattern);
  if (pattern?.test(received) === false)
    refuse(argument, received, `a text that /${AllowedPattern}/ matches as a whole`);
}

function requireNumber(argument: string, received: string, { MinValue, MaxValue }: Members): void {
  const number = received.trim() === '' ? Number.NaN : Number(received);
  if (number >= toBound(MinValue, Number.NEGATIVE_INFINITY) && number <= toBound(MaxValue, Number.POSITIVE_INFINITY))
    return;
  refuse(argument, received, `a number${describeBounds(MinValue, MaxValue, 'from')}`);
}

function requireLength(argument: string, received: string, { MinLength, MaxLength }: Members): void {
  const { length } = received;
  if (length >= toBound(MinLength, 0) && length <= toBound(MaxLength, Number.POSITIVE_INFINITY)) return;
  refuse(argument, received, `a text${describeBounds(MinLength, MaxLength, 'of')} characters`);
}

function toBound(value: unknown, otherwise: number): number {
  const number = Number(value ?? otherwise);
  return Number.isNaN(number) ? otherwise : number;
}

function describeBounds(least: unknown, most: unknown, word: string): string {
  if (least !== undefined && most !== undefined) return ` ${word} ${least} to ${most}`;
  if (least !== undefined) return ` of at least ${least}`;
  return most === undefined ? '' : ` of at most ${most}`;
}

/** The pattern of a whole text; undefined for what Java takes and JavaScript does not. */
function compileWhole(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'su');
  } catch {
    return undefined;
  }
}

function refuse(argument: string, received: string, allowed: string, todo?: string): never {
  throw new InvalidArgumentError({ argument, received, allowed, ...(todo === undefined ? {} : { todo }) });
}
