import * as z from 'zod';
import type { FactName } from '../facts/facts.ts';
import { instantEndPattern } from '../values/patterns.ts';
import { writeAllowed } from './allowed.ts';

/** An instant in UTC with up to nine fraction digits. */
export function instantSchema(fact: FactName): z.ZodISODateTime {
  const error = writeAllowed({ allowed: 'an ISO 8601 instant in UTC such as "2022-03-16T23:16:57.893Z"', fact });
  return z.iso.datetime(error).regex(instantEndPattern, error);
}
