import type { RelatedItemDraft } from '../../model/event/compose.ts';
import type { FactName } from '../../model/facts/facts.ts';
import { limits } from '../../model/facts/limits.ts';
import type { EventPath } from '../../model/values/eventPath.ts';
import { makeUuid } from '../../model/values/identifiers.ts';
import { cutLongText, type TextKind } from '../values/textPool.ts';
import type { CoverageItem } from './coverageItems.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** The draft of a related item with a content of a known type. */
export interface ContentDraft<Content extends object> extends RelatedItemDraft {
  content: Content;
}

/** The segments of a place in the content of a related item. */
export function getContentPath(...segments: string[]): EventPath {
  return ['detail', 'relatedItem', ...segments];
}

/** Sets a member to ordinary values. */
export function makeTypical<Draft>(apply: Variation<Draft>['apply']): Variation<Draft> {
  return { class: 'typical', coverageItem: 'ordinary', fact: 'typical', plain: true, apply };
}

/** Removes an optional member. */
export function makeAbsent<Draft>(apply: Variation<Draft>['apply']): Variation<Draft> {
  return {
    class: 'sparse',
    coverageItem: 'absentContentMember',
    fact: 'optionalContent',
    absent: true,
    plain: true,
    apply,
  };
}

/** Removes an optional member directly below the content's key. */
export function makeAbsentMember<Member extends string>(
  member: Member,
): Variation<ContentDraft<{ [Name in Member]?: unknown }>> {
  return makeAbsent((draft) => {
    delete draft.content[member];
  });
}

/** Sets an identifier to its longest: an edge, and the limit of a small content. */
export function listLongest<Draft>(least: number, most: number, apply: Variation<Draft>['apply']): Variation<Draft>[] {
  const size = { least, most };
  return [
    { class: 'edge', coverageItem: 'longestIdentifier', fact: 'identifier', size, plain: true, apply },
    { class: 'limit', coverageItem: 'longestAsciiContent', fact: 'identifier', size, plain: true, apply },
  ];
}

/** Sets a text to its longest: in ASCII, in 4-byte characters and in escapes. */
export function listLimitTexts<Draft>(
  most: number,
  fact: FactName,
  set: (draft: Draft, text: string) => void,
): Variation<Draft>[] {
  return Object.entries(longestItems).map(([kind, coverageItem]) => ({
    class: 'limit',
    coverageItem,
    fact,
    size: { least: 1, most },
    apply: (draft, length) => set(draft, cutLongText(kind as TextKind, length)),
  }));
}

const longestItems: Readonly<Record<string, CoverageItem>> = {
  ascii: 'longestAsciiContent',
  fourBytes: 'longestFourByteContent',
  escapes: 'longestEscapedContent',
};

/** The point of a member that is an ARN. */
export function makeArnPoint<Member extends string>(
  member: Member,
  key: string,
  start: string,
): VariationPoint<ContentDraft<{ [Name in Member]?: string }>> {
  type Draft = ContentDraft<{ [Name in Member]?: string }>;
  const set = (draft: Draft, arn: string): void => {
    draft.content[member] = arn;
  };
  return {
    id: member,
    segments: getContentPath(key, member),
    variations: [
      makeTypical((draft, number) => set(draft, `${start}${makeUuid(number, 7)}`)),
      ...listLongest<Draft>(start.length + 36, limits.identifier, (draft, length) =>
        set(draft, start.padEnd(length, '0')),
      ),
    ],
  };
}
