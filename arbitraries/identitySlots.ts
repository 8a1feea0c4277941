import { caseArn, relatedItemArn } from '../src/event/arns.ts';
import type { EventParts } from '../src/event/compose.ts';
import type { Domain } from '../src/event/domain.ts';
import { sampleIds } from '../src/event/samples.ts';
import { type EventType, isRelatedItemEventType } from '../src/facts/eventTypes.ts';
import { limits } from '../src/facts/limits.ts';
import { longIdentifier, uuid } from './bulk/identifiers.ts';
import type { Slot, Variation } from './slot.ts';
import { instantAt, pick } from './typicalValues.ts';

/** Ids and instants. They agree all over the event: the ARNs are composed from the ids, the instants lie in order. */
export function identitySlots(type: EventType, domain: Domain): Slot[] {
  const ofItem = isRelatedItemEventType(type);
  const subject = ofItem ? 'relatedItem' : 'case';
  const longest = longestIds(domain);
  return [
    {
      name: 'id',
      steps: ['id'],
      variations: [
        ordinary((parts, number) => {
          parts.id = uuid(number, 1);
        }),
      ],
    },
    { name: 'times', steps: ['detail', 'approximateChangeTime'], variations: [ordinary(setTimes)] },
    {
      name: 'caseId',
      steps: ['detail', subject, 'caseId'],
      variations: [
        ordinary((parts, number) => {
          parts.caseId = uuid(number, 2);
        }),
        longer(ofItem ? longest.inItem : longest.caseId, (parts, id) => {
          parts.caseId = id;
        }),
      ],
    },
    ofItem
      ? {
          name: 'relatedItemId',
          steps: ['detail', 'relatedItem', 'relatedItemId'],
          variations: [
            ordinary((parts, number) => {
              parts.relatedItemId = uuid(number, 3);
            }),
            longer(longest.inItem, (parts, id) => {
              parts.relatedItemId = id;
            }),
          ],
        }
      : {
          name: 'templateId',
          steps: ['detail', 'case', 'templateId'],
          variations: [
            ordinary((parts, number) => {
              parts.templateId = templateId(domain, number);
            }),
            longer(limits.identifier, (parts, id) => {
              parts.templateId = id;
            }),
          ],
        },
  ];
}

/** The longest ids whose ARNs keep within their own maximum; a related item's ARN holds two of them. */
export function longestIds(domain: Domain): { readonly caseId: number; readonly inItem: number } {
  return {
    caseId: limits.identifier - caseArn(domain, '').length,
    inItem: Math.floor((limits.identifier - relatedItemArn(domain, '', '').length) / 2),
  };
}

function templateId(domain: Domain, number: number): string {
  return domain.templates.length === 0 ? uuid(number % 4, 4) : pick(domain.templates, number);
}

/** Created first, then changed, then sent: milliseconds to days, milliseconds to minutes. */
function setTimes(parts: EventParts, number: number): void {
  parts.createdAt = instantAt(number);
  parts.changedAt = parts.type.endsWith('CREATED') ? parts.createdAt : parts.createdAt + ((number >>> 3) % 864_000_000);
  parts.sentAt = parts.changedAt + ((number >>> 5) % 600_000);
}

function ordinary(apply: Variation['apply']): Variation {
  return { class: 'typical', bullet: 'ordinary values', fact: 'typical', apply };
}

function longer(most: number, set: (parts: EventParts, id: string) => void): Variation {
  return {
    class: 'edge',
    bullet: 'longest identifier',
    fact: 'identifier',
    size: { least: sampleIds.case.length, most },
    apply: (parts, length) => set(parts, longIdentifier(length)),
  };
}
