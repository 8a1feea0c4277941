import type { Domain } from '../../model/domain/domain.ts';
import type { CaseDraft, EventDraft, RelatedItemDraft } from '../../model/event/compose.ts';
import type { Dialect } from '../../model/event/dialect.ts';
import { sampleIds } from '../../model/event/samples.ts';
import type { CaseEventType } from '../../model/facts/eventTypes.ts';
import { limits } from '../../model/facts/limits.ts';
import { makeCaseArn, makeRelatedItemArn } from '../../model/values/arns.ts';
import { makeLongIdentifier, makeUuid } from '../../model/values/identifiers.ts';
import { deriveShift, type Identity } from '../../model/values/identity.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { makeInstant, pick } from '../values/makeTypicalValues.ts';
import { hasOnlyCaseId } from './dialectPresence.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** The ids and instants of a case event. The ARNs are composed from the ids; the instants lie in order. */
export function listCaseIdentityPoints(
  type: CaseEventType,
  domain: Domain,
  dialect: Dialect,
): VariationPoint<CaseDraft>[] {
  const points: VariationPoint<CaseDraft>[] = [
    ...listCommonPoints(),
    makeIdPoint('case', 'caseId', makeTypicalCaseId, measureLongestIds(domain).caseId, [oddCaseId]),
  ];
  if (hasOnlyCaseId(type, dialect)) return points;
  return [
    ...points,
    makeIdPoint('case', 'templateId', (number) => chooseTemplateId(domain, number), limits.identifier),
  ];
}

/** The ids and instants of a related-item event. */
export function listItemIdentityPoints(domain: Domain): VariationPoint<RelatedItemDraft>[] {
  const { inItem } = measureLongestIds(domain);
  return [
    ...listCommonPoints(),
    makeIdPoint('relatedItem', 'caseId', makeTypicalCaseId, inItem, [oddCaseId]),
    makeIdPoint(
      'relatedItem',
      'relatedItemId',
      (number, identity) => makeUuid(number ^ deriveShift(identity), 3),
      inItem,
    ),
  ];
}

function listCommonPoints(): VariationPoint[] {
  const setId = (draft: EventDraft, number: number, identity?: Identity): void => {
    draft.id = makeUuid(number ^ deriveShift(identity), 1);
  };
  return [
    { id: 'id', segments: ['id'], variations: [makeOrdinary(setId)] },
    { id: 'times', segments: ['detail', 'approximateChangeTime'], variations: [makeOrdinary(setTimes)] },
  ];
}

function makeTypicalCaseId(number: number, identity?: Identity): string {
  return makeUuid(number ^ deriveShift(identity), 2);
}

function makeIdPoint<Member extends string>(
  subject: EventDraft['subject'],
  member: Member,
  typicalId: (number: number, identity?: Identity) => string,
  most: number,
  others: readonly Variation<Record<Member, string>>[] = [],
): VariationPoint<Record<Member, string>> {
  return {
    id: member,
    segments: ['detail', subject, member],
    variations: [
      makeOrdinary<Record<Member, string>>((draft, number, identity) => {
        draft[member] = typicalId(number, identity);
      }),
      makeLongest(most, member),
      ...others,
    ],
  };
}

/** The longest ids with which an ARN keeps its maximum. The ARN of a related item has two of them. */
export const measureLongestIds = oncePer((domain: Domain) => ({
  caseId: limits.identifier - makeCaseArn(domain, '').length,
  inItem: Math.floor((limits.identifier - makeRelatedItemArn(domain, '', '').length) / 2),
}));

function chooseTemplateId(domain: Domain, number: number): string {
  return domain.templates.length === 0 ? makeUuid(number % 4, 4) : pick(domain.templates, number);
}

/** Sets the times in their order: created, changed up to ten days later, sent up to ten minutes later. */
function setTimes(draft: EventDraft, number: number, identity?: Identity): void {
  draft.createdAt = makeInstant(number) + (identity?.number ?? 0);
  draft.changedAt = draft.type.endsWith('CREATED') ? draft.createdAt : draft.createdAt + ((number >>> 3) % 864_000_000);
  draft.sentAt = draft.changedAt + ((number >>> 5) % 600_000);
}

function makeOrdinary<Draft>(apply: Variation<Draft>['apply']): Variation<Draft> {
  return { class: 'typical', coverageItem: 'ordinary', fact: 'typical', plain: true, apply };
}

/** An id with every character that the pattern of case ids admits beside letters and digits. */
const oddCaseId: Variation<Pick<EventDraft, 'caseId'>> = {
  class: 'edge',
  coverageItem: 'oddCaseId',
  fact: 'caseIdPattern',
  plain: true,
  later: true,
  apply: (draft) => {
    draft.caseId = `${draft.caseId.slice(0, 8)}/case/1:2#3=4+5.6_7`;
  },
};

function makeLongest<Member extends string>(most: number, member: Member): Variation<Record<Member, string>> {
  return {
    class: 'edge',
    coverageItem: 'longestIdentifier',
    fact: 'identifier',
    size: { least: sampleIds.case.length, most },
    plain: true,
    apply: (draft, length, identity) => {
      draft[member] = makeLongIdentifier(length, identity && draft[member]);
    },
  };
}
