import * as z from 'zod';
import type { FactName } from '../facts/facts.ts';
import { limits } from '../facts/limits.ts';
import { writeAllowed } from './allowed.ts';

/** A text with a length between two numbers of Unicode code points. */
export function textSchema(least: number, most: number, fact: FactName): z.ZodString {
  const error = writeAllowed({ allowed: `a text of ${least} to ${most.toLocaleString('en')} characters`, fact });
  return z.string(error).min(least, error).max(most, error);
}

/** An id or ARN of Cases: 1 to 500 characters, no pattern (modelled). `fact` is the reason for its place. */
export function identifierSchema(fact: FactName = 'identifier'): z.ZodString {
  return textSchema(1, limits.identifier, fact);
}

/** A text that is not empty, from a set that AWS may extend. */
export function wordSchema(fact: FactName): z.ZodString {
  const error = writeAllowed({ allowed: 'a text that is not empty', fact });
  return z.string(error).min(1, error);
}

/** A text that matches a pattern. */
export function patternSchema(pattern: RegExp, allowed: string, fact: FactName): z.ZodString {
  const error = writeAllowed({ allowed, fact });
  return z.string(error).regex(pattern, error);
}
