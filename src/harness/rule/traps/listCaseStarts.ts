import { listOperands } from '../../../../model/rule/compile/listOperands.ts';
import { compileConditions } from '../../../../model/rule/compileConditions.ts';

/**
 * The prefixes and wildcards among these conditions that admit an event of cases and, in one spelling, that of a related
 * item: `wildcard "CASE*CREATED"`.
 * @param itemType the event type of the related item in its short spelling, such as `RELATED_ITEM.CREATED`
 */
export function listCaseStarts(conditions: string, itemType: string): readonly string[] {
  const both = [itemType.replace('RELATED_ITEM.', 'CASE.'), `CASE.${itemType}`];
  return ['prefix', 'wildcard'].flatMap((operator) =>
    listOperands(conditions, operator)
      .filter((operand) => both.every(compileConditions([{ [operator]: operand }])))
      .map((operand) => `${operator} ${JSON.stringify(operand)}`),
  );
}
