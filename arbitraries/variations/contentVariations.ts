import type { RelatedItemParts } from '../../model/event/compose.ts';
import type { FactName } from '../../model/facts/facts.ts';
import { limits } from '../../model/facts/limits.ts';
import type { EventPath } from '../../model/values/eventPath.ts';
import { uuid } from '../../model/values/identifiers.ts';
import { longText, type TextKind } from '../values/textPool.ts';
import type { CoverageItem } from './coverageItems.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** The parts of a related item with a content of a known type. */
export interface ContentParts<Content extends object> extends RelatedItemParts {
  content: Content;
}

/** The segments of a place in the content of a related item. */
export function content(...segments: string[]): EventPath {
  return ['detail', 'relatedItem', ...segments];
}

/** Sets a member to ordinary values. */
export function typical<Parts>(apply: Variation<Parts>['apply']): Variation<Parts> {
  return { class: 'typical', coverageItem: 'ordinary values', fact: 'typical', plain: true, apply };
}

/** Removes an optional member. */
export function absent<Parts>(apply: Variation<Parts>['apply']): Variation<Parts> {
  return {
    class: 'sparse',
    coverageItem: 'a member of the content absent',
    fact: 'optionalContent',
    absent: true,
    plain: true,
    apply,
  };
}

/** Removes an optional member directly below the content's key. */
export function absentMember<Member extends string>(
  member: Member,
): Variation<ContentParts<{ [Name in Member]?: unknown }>> {
  return absent((parts) => {
    delete parts.content[member];
  });
}

/** Sets an identifier to its longest: an edge, and the limit of a small content. */
export function longest<Parts>(least: number, most: number, apply: Variation<Parts>['apply']): Variation<Parts>[] {
  const size = { least, most };
  return [
    { class: 'edge', coverageItem: 'longest identifier', fact: 'identifier', size, plain: true, apply },
    { class: 'limit', coverageItem: 'longest ASCII content', fact: 'identifier', size, plain: true, apply },
  ];
}

/** Sets a text to its longest: in ASCII, in 4-byte characters and in escapes. */
export function limitTexts<Parts>(
  most: number,
  fact: FactName,
  set: (parts: Parts, text: string) => void,
): Variation<Parts>[] {
  return Object.entries(longestItems).map(([kind, coverageItem]) => ({
    class: 'limit',
    coverageItem,
    fact,
    size: { least: 1, most },
    apply: (parts, length) => set(parts, longText(kind as TextKind, length)),
  }));
}

const longestItems: Readonly<Record<string, CoverageItem>> = {
  ascii: 'longest ASCII content',
  fourBytes: 'longest 4-byte content',
  escapes: 'longest escaped content',
};

/** The point of a member that is an ARN. */
export function arnPoint<Member extends string>(
  member: Member,
  key: string,
  start: string,
): VariationPoint<ContentParts<{ [Name in Member]?: string }>> {
  type Parts = ContentParts<{ [Name in Member]?: string }>;
  const set = (parts: Parts, arn: string): void => {
    parts.content[member] = arn;
  };
  return {
    id: member,
    segments: content(key, member),
    variations: [
      typical((parts, number) => set(parts, `${start}${uuid(number, 7)}`)),
      ...longest<Parts>(start.length + 36, limits.identifier, (parts, length) => set(parts, start.padEnd(length, '0'))),
    ],
  };
}
