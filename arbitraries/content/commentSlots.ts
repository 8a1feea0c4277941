import type { CommentContent } from '../../src/event/casesEvent.ts';
import type { EventParts } from '../../src/event/compose.ts';
import { limits } from '../../src/facts/limits.ts';
import { realisticTexts } from '../bulk/realisticTexts.ts';
import type { Slot } from '../slot.ts';
import { textVariations } from '../textVariations.ts';
import { pick } from '../typicalValues.ts';
import { content, limitTexts, typical } from './contentVariations.ts';

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
