import { connectArn } from '../../src/event/arns.ts';
import type { ContactContent } from '../../src/event/casesEvent.ts';
import type { EventParts } from '../../src/event/compose.ts';
import type { Domain } from '../../src/event/domain.ts';
import { isoInstant } from '../../src/event/isoInstant.ts';
import { sampleIds } from '../../src/event/samples.ts';
import { limits } from '../../src/facts/limits.ts';
import type { Slot } from '../slot.ts';
import { textVariations } from '../textVariations.ts';
import { pick } from '../typicalValues.ts';
import { absentMember, arnSlot, content, limitTexts, typical } from './contentVariations.ts';

/** The content of a Contact. */
export function contactSlots(domain: Domain): Slot[] {
  const set = (parts: EventParts, channel: string): void => {
    (parts.content as ContactContent).channel = channel;
  };
  const arn = arnSlot('contactArn', 'contact', connectArn(domain, sampleIds.instance, 'contact/'));
  return [
    arn,
    {
      name: 'channel',
      steps: content('contact', 'channel'),
      variations: [
        typical((parts, number) => set(parts, pick(channels, number))),
        { class: 'edge', bullet: 'option never seen', fact: 'contentMembers', apply: (parts) => set(parts, 'SMS') },
        ...textVariations({ least: 1, most: limits.channel, fact: 'contentMembers', set }),
        ...limitTexts(limits.channel, 'contentMembers', set),
        absentMember('channel'),
      ],
    },
    {
      name: 'connectedToSystemTime',
      steps: content('contact', 'connectedToSystemTime'),
      variations: [
        typical((parts, number) => {
          (parts.content as ContactContent).connectedToSystemTime = isoInstant(parts.createdAt - (number % HOUR));
        }),
        absentMember('connectedToSystemTime'),
      ],
    },
  ];
}

/** A contact is connected before it is linked to a case. */
const HOUR = 3_600_000;

const channels = ['VOICE', 'CHAT', 'TASK', 'EMAIL'];
