import type { EventParts } from '../../model/event/compose.ts';
import type { FactName } from '../../model/facts/facts.ts';
import { limits } from '../../model/facts/limits.ts';
import { uuid } from '../../model/values/identifiers.ts';
import { longText, type TextKind } from '../values/textPool.ts';
import type { CoverageItem } from './coverageItems.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** The steps to a place in the content of a related item. */
export function content(...segments: string[]): readonly string[] {
  return ['detail', 'relatedItem', ...segments];
}

/** A member with ordinary values. */
export function typical(apply: Variation['apply']): Variation {
  return { class: 'typical', coverageItem: 'ordinary values', fact: 'typical', plain: true, apply };
}

/** A member that may be missing. */
export function absent(apply: Variation['apply']): Variation {
  return {
    class: 'sparse',
    coverageItem: 'a member of the content absent',
    fact: 'optionalContent',
    absent: true,
    plain: true,
    apply,
  };
}

/** A member of the content, directly below its key, that may be missing. */
export function absentMember(member: string): Variation {
  return absent((parts) => {
    delete (parts.content as Record<string, unknown>)[member];
  });
}

/** An identifier at its longest: an edge, and the largest that a small content can be. */
export function longest(least: number, most: number, apply: Variation['apply']): Variation[] {
  const size = { least, most };
  return [
    { class: 'edge', coverageItem: 'longest identifier', fact: 'identifier', size, plain: true, apply },
    { class: 'limit', coverageItem: 'longest ASCII content', fact: 'identifier', size, plain: true, apply },
  ];
}

/** A text of the content at its longest, in ASCII, in 4-byte characters and in escapes. */
export function limitTexts(most: number, fact: FactName, set: (parts: EventParts, text: string) => void): Variation[] {
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

/** A member that is an ARN. */
export function arnPoint(member: string, key: string, start: string): VariationPoint {
  const set = (parts: EventParts, arn: string): void => {
    (parts.content as Record<string, string>)[member] = arn;
  };
  return {
    name: member,
    segments: content(key, member),
    variations: [
      typical((parts, number) => set(parts, `${start}${uuid(number, 7)}`)),
      ...longest(start.length + 36, limits.identifier, (parts, length) => set(parts, start.padEnd(length, '0'))),
    ],
  };
}
