import type { Domain } from '../../model/domain/domain.ts';
import { type Dialect, hasItemContent } from '../../model/event/dialect.ts';
import { sampleIds } from '../../model/event/samples.ts';
import type { EventType } from '../../model/facts/eventTypes.ts';
import { limits } from '../../model/facts/limits.ts';
import type { RelatedItemType } from '../../model/facts/relatedItemTypes.ts';
import { connectArn } from '../../model/values/arns.ts';
import { longIdentifier, uuid } from '../values/identifiers.ts';
import { commentSlots } from './commentSlots.ts';
import { contactSlots } from './contactSlots.ts';
import { arnSlot, content, longest, typical } from './contentVariations.ts';
import { customSlots } from './customSlots.ts';
import { slaSlots } from './slaSlots.ts';
import type { Slot } from './slot.ts';

/** The content of a related item: its members' values, what may be missing of it, and the longest of each kind. */
export function contentSlots(
  type: EventType,
  itemType: string,
  domain: Domain,
  dialect: Dialect,
  fresh: boolean,
): Slot[] {
  if (!hasItemContent(type, domain, dialect)) return [];
  return slotsOfType[itemType as RelatedItemType]?.(domain, dialect, fresh) ?? [];
}

const slotsOfType: Record<RelatedItemType, (domain: Domain, dialect: Dialect, fresh: boolean) => Slot[]> = {
  Comment: commentSlots,
  Contact: contactSlots,
  File: (domain) => [arnSlot('fileArn', 'file', connectArn(domain, sampleIds.instance, 'file/'))],
  Sla: slaSlots,
  ConnectCase: () => [
    {
      name: 'linked case',
      steps: content('connectCase', 'caseId'),
      variations: [
        typical((parts, number) => {
          parts.content = { caseId: uuid(number, 6) };
        }),
        ...longest(sampleIds.linkedCase.length, limits.identifier, (parts, length) => {
          parts.content = { caseId: longIdentifier(length) };
        }),
      ],
    },
  ],
  Custom: customSlots,
};
