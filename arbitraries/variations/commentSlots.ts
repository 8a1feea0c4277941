import type { CommentContent } from '../../model/event/casesEvent.ts';
import type { EventParts } from '../../model/event/compose.ts';
import { limits } from '../../model/facts/limits.ts';
import { realisticTexts } from '../values/realisticTexts.ts';
import { pick } from '../values/typicalValues.ts';
import { content, limitTexts, typical } from './contentVariations.ts';
import type { Slot } from './slot.ts';
import { textVariations } from './textVariations.ts';

/** The content of a Comment. */
export function commentSlots(): Slot[] {
  const set = (parts: EventParts, body: string): void => {
    (parts.content as CommentContent).body = body;
  };
  return [
    {
      name: 'body',
      steps: content('comment', 'body'),
      variations: [
        typical((parts, number) => set(parts, pick(realisticTexts.sentences(), number))),
        ...textVariations({ least: 1, most: limits.commentBody, fact: 'commentBody', set }),
        ...limitTexts(limits.commentBody, 'commentBody', set),
      ],
    },
    {
      name: 'contentType',
      steps: content('comment', 'contentType'),
      variations: [
        {
          ...typical((parts) => {
            (parts.content as CommentContent).contentType = 'Text/Plain';
          }),
          fact: 'optionalContent',
        },
      ],
    },
  ];
}
