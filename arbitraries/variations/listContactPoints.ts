import type { Domain } from '../../model/domain/domain.ts';
import type { ContactContent } from '../../model/event/casesEvent.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { limits } from '../../model/facts/limits.ts';
import { contactChannels } from '../../model/facts/relatedItemTypes.ts';
import { makeConnectArn } from '../../model/values/arns.ts';
import { HOUR } from '../../model/values/time/durations.ts';
import { formatInstant } from '../../model/values/time/formatInstant.ts';
import { pick } from '../values/makeTypicalValues.ts';
import {
  type ContentDraft,
  getContentPath,
  listLimitTexts,
  makeAbsentMember,
  makeArnPoint,
  makeTypical,
} from './contentVariations.ts';
import { listTextVariations } from './listTextVariations.ts';
import type { VariationPoint } from './variationPoint.ts';

/** The points of a Contact's content. */
export function listContactPoints(domain: Domain): VariationPoint<ContactDraft>[] {
  const set = (draft: ContactDraft, channel: string): void => {
    draft.content.channel = channel;
  };
  return [
    makeArnPoint('contactArn', 'contact', makeConnectArn(domain, sampleIds.instance, 'contact/')),
    {
      id: 'channel',
      segments: getContentPath('contact', 'channel'),
      variations: [
        makeTypical((draft, number) => set(draft, pick(contactChannels, number))),
        {
          class: 'edge',
          coverageItem: 'unknownOption',
          fact: 'contentMembers',
          apply: (draft) => set(draft, 'SMS'),
        },
        ...listTextVariations({ least: 1, most: limits.channel, fact: 'contentMembers', set }),
        ...listLimitTexts(limits.channel, 'contentMembers', set),
        makeAbsentMember('channel'),
      ],
    },
    {
      id: 'connectedToSystemTime',
      segments: getContentPath('contact', 'connectedToSystemTime'),
      variations: [
        makeTypical((draft, number) => {
          draft.content.connectedToSystemTime = formatInstant(draft.createdAt - (number % HOUR));
        }),
        makeAbsentMember('connectedToSystemTime'),
      ],
    },
  ];
}

type ContactDraft = ContentDraft<ContactContent>;

/** A contact is connected before it is linked to a case. */
