import type { Domain } from '../../model/domain/domain.ts';
import type { ConnectCaseContent } from '../../model/event/casesEvent.ts';
import type { RelatedItemDraft } from '../../model/event/compose.ts';
import { type Dialect, hasItemContent } from '../../model/event/dialect.ts';
import type { RelatedItemKindName } from '../../model/event/eventKindName.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { limits } from '../../model/facts/limits.ts';
import type { RelatedItemType } from '../../model/facts/relatedItemTypes.ts';
import { makeConnectArn } from '../../model/values/arns.ts';
import { makeLongIdentifier, makeUuid } from '../../model/values/identifiers.ts';
import { type ContentDraft, getContentPath, listLongest, makeArnPoint, makeTypical } from './contentVariations.ts';
import { listCommentPoints } from './listCommentPoints.ts';
import { listContactPoints } from './listContactPoints.ts';
import { listCustomPoints } from './listCustomPoints.ts';
import { listSlaPoints } from './listSlaPoints.ts';
import type { VariationPoint } from './variationPoint.ts';

/** The points of a related item's content, by its type; none where a dialect or domain omits the content. */
export function listContentPoints(
  { type, itemType }: RelatedItemKindName,
  domain: Domain,
  dialect: Dialect,
  fresh: boolean,
): VariationPoint<RelatedItemDraft>[] {
  if (!hasItemContent(type, domain, dialect)) return [];
  return pointsOfType[itemType as RelatedItemType]?.(domain, dialect, fresh) ?? [];
}

type ListPoints = (domain: Domain, dialect: Dialect, fresh: boolean) => VariationPoint<RelatedItemDraft>[];

const pointsOfType: Record<RelatedItemType, ListPoints> = {
  Comment: listCommentPoints,
  Contact: listContactPoints,
  File: (domain) => [makeArnPoint('fileArn', 'file', makeConnectArn(domain, sampleIds.instance, 'file/'))],
  Sla: listSlaPoints,
  ConnectCase: () => [
    {
      id: 'linked case',
      segments: getContentPath('connectCase', 'caseId'),
      variations: [
        makeTypical((draft, number) => {
          draft.content = { caseId: makeUuid(number, 6) };
        }),
        ...listLongest<ContentDraft<ConnectCaseContent>>(
          sampleIds.linkedCase.length,
          limits.identifier,
          (draft, length) => {
            draft.content = { caseId: makeLongIdentifier(length) };
          },
        ),
      ],
    },
  ],
  Custom: listCustomPoints,
};
