import { listOperands } from '../../../../model/rule/compile/listOperands.ts';

/** Whether one of these conditions admits each text that begins with `CASE.`. */
export function hasCasePrefix(conditions: string): boolean {
  return listOperands(conditions, 'prefix').some((start) => typeof start === 'string' && 'CASE.'.startsWith(start));
}
