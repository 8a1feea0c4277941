import type { Domain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { parseEventType } from '../../../model/event/parseEventType.ts';
import { relatedItemTypes } from '../../../model/facts/relatedItemTypes.ts';

/** The name of an event's row, if AWS spells its type differently: `RELATED_ITEM.DELETED`. */
export function findRowSpelledOtherwise(event: object): string | undefined {
  const { eventType } = describeDetail(event);
  const row = parseEventType(eventType);
  return row === eventType ? undefined : row;
}

/**
 * The lines for an event that equals the sample: how to see it, and what may surprise in it.
 * @param isSentWhole whether the function gets it as it is: otherwise no fixture shows what it gets
 */
export function formatSampleLines(event: object, domain: Domain, isSentWhole: boolean = true): string[] {
  const { eventType, relatedItem } = describeDetail(event);
  const row = findRowSpelledOtherwise(event);
  const itemType = relatedItem?.relatedItemType ?? 'Comment';
  const isKnown = (relatedItemTypes as readonly string[]).includes(itemType);
  return [
    'nothing differs: it is the documented event of its type',
    ...(row === undefined ? [] : [`detail.eventType: "${eventType}", as AWS spells ${row}`]),
    ...(isKnown && !isSentWhole
      ? []
      : [
          isKnown
            ? `to see it: ${writeFixtureCall(parseEventType(eventType) ?? eventType, itemType, domain)}`
            : `detail.relatedItem.relatedItemType: "${itemType}", which stands for a type that AWS may add`,
        ]),
  ];
}

function writeFixtureCall(type: string, itemType: string, domain: Domain): string {
  const options = [
    "class: 'sample'",
    ...(itemType === 'Comment' ? [] : [`relatedItemType: '${itemType}'`]),
    ...(domain === exampleDomain ? [] : ['domain']),
  ];
  return `fixture('${type}', { ${options.join(', ')} })`;
}

interface Detail {
  readonly eventType: string;
  readonly relatedItem?: { readonly relatedItemType: string };
}

function describeDetail(event: object): Detail {
  return (event as { readonly detail: Detail }).detail;
}
