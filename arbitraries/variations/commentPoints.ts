import type { CommentContent } from '../../model/event/casesEvent.ts';
import { limits } from '../../model/facts/limits.ts';
import { pick } from '../values/makeTypicalValues.ts';
import { realisticTexts } from '../values/realisticTexts.ts';
import { type ContentDraft, content, limitTexts, typical } from './contentVariations.ts';
import { textVariations } from './textVariations.ts';
import type { VariationPoint } from './variationPoint.ts';

/** The points of a Comment's content. */
export function commentPoints(): VariationPoint<CommentDraft>[] {
  const set = (draft: CommentDraft, body: string): void => {
    draft.content.body = body;
  };
  return [
    {
      id: 'body',
      segments: content('comment', 'body'),
      variations: [
        typical((draft, number) => set(draft, pick(realisticTexts.sentences(), number))),
        ...textVariations({ least: 1, most: limits.commentBody, fact: 'commentBody', set }),
        ...limitTexts(limits.commentBody, 'commentBody', set),
      ],
    },
    {
      id: 'contentType',
      segments: content('comment', 'contentType'),
      variations: [
        {
          ...typical<CommentDraft>((draft) => {
            draft.content.contentType = 'Text/Plain';
          }),
          fact: 'optionalContent',
        },
      ],
    },
  ];
}

type CommentDraft = ContentDraft<CommentContent>;
