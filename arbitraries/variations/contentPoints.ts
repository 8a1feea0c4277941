import type { Domain } from '../../model/domain/domain.ts';
import type { ConnectCaseContent } from '../../model/event/casesEvent.ts';
import type { RelatedItemDraft } from '../../model/event/compose.ts';
import { type Dialect, hasItemContent } from '../../model/event/dialect.ts';
import type { RelatedItemKindName } from '../../model/event/eventKindName.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { limits } from '../../model/facts/limits.ts';
import type { RelatedItemType } from '../../model/facts/relatedItemTypes.ts';
import { connectArn } from '../../model/values/arns.ts';
import { longIdentifier, uuid } from '../../model/values/identifiers.ts';
import { commentPoints } from './commentPoints.ts';
import { contactPoints } from './contactPoints.ts';
import { arnPoint, type ContentDraft, content, longest, typical } from './contentVariations.ts';
import { customPoints } from './customPoints.ts';
import { slaPoints } from './slaPoints.ts';
import type { VariationPoint } from './variationPoint.ts';

/** The points of a related item's content, by its type; none where a dialect or domain omits the content. */
export function contentPoints(
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
  Comment: commentPoints,
  Contact: contactPoints,
  File: (domain) => [arnPoint('fileArn', 'file', connectArn(domain, sampleIds.instance, 'file/'))],
  Sla: slaPoints,
  ConnectCase: () => [
    {
      id: 'linked case',
      segments: content('connectCase', 'caseId'),
      variations: [
        typical((draft, number) => {
          draft.content = { caseId: uuid(number, 6) };
        }),
        ...longest<ContentDraft<ConnectCaseContent>>(
          sampleIds.linkedCase.length,
          limits.identifier,
          (draft, length) => {
            draft.content = { caseId: longIdentifier(length) };
          },
        ),
      ],
    },
  ],
  Custom: customPoints,
};
