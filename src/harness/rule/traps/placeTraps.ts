import { contentKeys } from '../../../../model/facts/relatedItemTypes.ts';
import { type EventPath, valueAt } from '../../../../model/values/eventPath.ts';
import { parseFieldPlace } from './fieldPlace.ts';
import type { Trap } from './trap.ts';

/** An object of an event: no condition ever matches it. */
export const explainObject: Trap = ({ path }, event, domain) => {
  const value = valueAt(event, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isField(path, domain)) return undefined;
  const [member] = Object.entries(value).find(([, inner]) => typeof inner !== 'object') ?? [];
  // A filter that asks for the text around the event.
  if (path.length === 0) return { because: PARSED };
  const place = path.join('.');
  const because = `${place} is an object, and no condition ever matches an object`;
  if (member === undefined) return { because: `${because}.` };
  return {
    because: `${because}, only a value in it, such as ${place}.${member}.`,
    correction: { from: path, to: [...path, member] },
  };
};

const PARSED =
  'A filter sees the event as an object, because its JSON is parsed before, and no condition ever matches an object. Write the conditions within it, such as { "detail": { "eventType": … } }.';

function isField(path: EventPath, domain: Parameters<Trap>[2]): boolean {
  return parseFieldPlace(path, domain) !== undefined;
}

/** Content of a related item, in a domain whose events have none. */
export const explainContentNotIncluded: Trap = ({ path }, _, { includedData }) => {
  const [, item, key = ''] = path;
  if (includedData.relatedItemContent || item !== 'relatedItem') return undefined;
  if (!(Object.values(contentKeys) as readonly string[]).includes(key)) return undefined;
  return {
    because: 'The domain does not include the content of related items.',
    todo: `Set includedData.relatedItemContent (and the event configuration in AWS), or leave ${key} out of the pattern.`,
    growth:
      'domain.includedData.relatedItemContent: write true (and set includeContent in the event configuration in AWS)',
  };
};
