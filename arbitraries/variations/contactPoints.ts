import type { Domain } from '../../model/domain/domain.ts';
import type { ContactContent } from '../../model/event/casesEvent.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { limits } from '../../model/facts/limits.ts';
import { connectArn } from '../../model/values/arns.ts';
import { formatInstant } from '../../model/values/formatInstant.ts';
import { pick } from '../values/makeTypicalValues.ts';
import { absentMember, arnPoint, type ContentDraft, content, limitTexts, typical } from './contentVariations.ts';
import { textVariations } from './textVariations.ts';
import type { VariationPoint } from './variationPoint.ts';

/** The points of a Contact's content. */
export function contactPoints(domain: Domain): VariationPoint<ContactDraft>[] {
  const set = (draft: ContactDraft, channel: string): void => {
    draft.content.channel = channel;
  };
  return [
    arnPoint('contactArn', 'contact', connectArn(domain, sampleIds.instance, 'contact/')),
    {
      id: 'channel',
      segments: content('contact', 'channel'),
      variations: [
        typical((draft, number) => set(draft, pick(channels, number))),
        {
          class: 'edge',
          coverageItem: 'unknownOption',
          fact: 'contentMembers',
          apply: (draft) => set(draft, 'SMS'),
        },
        ...textVariations({ least: 1, most: limits.channel, fact: 'contentMembers', set }),
        ...limitTexts(limits.channel, 'contentMembers', set),
        absentMember('channel'),
      ],
    },
    {
      id: 'connectedToSystemTime',
      segments: content('contact', 'connectedToSystemTime'),
      variations: [
        typical((draft, number) => {
          draft.content.connectedToSystemTime = formatInstant(draft.createdAt - (number % HOUR));
        }),
        absentMember('connectedToSystemTime'),
      ],
    },
  ];
}

type ContactDraft = ContentDraft<ContactContent>;

/** A contact is connected before it is linked to a case. */
const HOUR = 3_600_000;

const channels = ['VOICE', 'CHAT', 'TASK', 'EMAIL'];
