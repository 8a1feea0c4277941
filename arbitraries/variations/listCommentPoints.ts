import type { CommentContent } from '../../model/event/casesEvent.ts';
import { limits } from '../../model/facts/limits.ts';
import { pick } from '../values/makeTypicalValues.ts';
import { realisticTexts } from '../values/realisticTexts.ts';
import { type ContentDraft, getContentPath, listLimitTexts, makeTypical } from './contentVariations.ts';
import { listTextVariations } from './listTextVariations.ts';
import type { VariationPoint } from './variationPoint.ts';

/** The points of a Comment's content. */
export function listCommentPoints(): VariationPoint<CommentDraft>[] {
  const set = (draft: CommentDraft, body: string): void => {
    draft.content.body = body;
  };
  return [
    {
      id: 'body',
      segments: getContentPath('comment', 'body'),
      variations: [
        makeTypical((draft, number) => set(draft, pick(realisticTexts.sentences(), number))),
        ...listTextVariations({ least: 1, most: limits.commentBody, fact: 'commentBody', set }),
        ...listLimitTexts(limits.commentBody, 'commentBody', set),
      ],
    },
    {
      id: 'contentType',
      segments: getContentPath('comment', 'contentType'),
      variations: [
        {
          ...makeTypical<CommentDraft>((draft) => {
            draft.content.contentType = 'Text/Plain';
          }),
          fact: 'optionalContent',
        },
      ],
    },
  ];
}

type CommentDraft = ContentDraft<CommentContent>;
