import { InvalidArgumentError } from './invalidArgument.ts';

/** The whole numbers that an argument may be. */
export interface WholeNumbers {
  readonly least: number;
  /** By default there is none, but JavaScript's own: `Number.MAX_SAFE_INTEGER`. */
  readonly most?: number;
  /** The allowed values in words, if the numbers alone say too little. */
  readonly allowed?: string;
  /** Why only these. */
  readonly because?: string;
}

/** @throws InvalidArgumentError for anything but one of these numbers */
export function requireWholeNumber(argument: string, received: unknown, numbers: WholeNumbers): number {
  return requireAmong(argument, received, received, numbers);
}

/**
 * The whole number that a text writes in digits, such as the value of a flag.
 * @throws InvalidArgumentError for any other text
 */
export function parseWholeNumber(argument: string, text: string, numbers: WholeNumbers): number {
  const allowed = `${describeNumbers(numbers)}, in digits only`;
  return requireAmong(argument, text, /^\d+$/.test(text) ? Number(text) : undefined, { ...numbers, allowed });
}

function requireAmong(argument: string, received: unknown, number: unknown, numbers: WholeNumbers): number {
  const { least, most = Number.MAX_SAFE_INTEGER, allowed = describeNumbers(numbers), because } = numbers;
  if (Number.isInteger(number) && (number as number) >= least && (number as number) <= most) return number as number;
  throw new InvalidArgumentError({ argument, received, allowed, ...(because === undefined ? {} : { because }) });
}

function describeNumbers({ least, most }: WholeNumbers): string {
  if (most === undefined) return `a whole number, ${least.toLocaleString('en')} or more`;
  return `a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`;
}
