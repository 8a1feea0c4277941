import { eventTypes } from '../../model/facts/eventTypes.ts';
import { itemGroups, type RuleRow } from './readItems.ts';

/**
 * The row of a contract's title, such as `refunds handles RELATED_ITEM.CREATED Comment`. Whoever handles events reads at
 * least one path of them.
 * @returns undefined for another text
 */
export function parseRowTitle(consumer: string, title: string): RuleRow | undefined {
  if (!title.startsWith(`${consumer} `)) return undefined;
  const words = /^(handles|ignores|never gets) (\S+)(?: (\S+))?$/.exec(title.slice(consumer.length + 1));
  const [, verb, typeName, itemName] = words ?? [];
  const eventType = eventTypes.find((name) => name === typeName);
  const itemType = itemGroups.find((name) => name === itemName);
  if (eventType === undefined || itemType !== itemName) return undefined;
  return { eventType, reads: verb === 'handles' ? [title] : [], ...(itemType === undefined ? {} : { itemType }) };
}
