import type { EventParts } from '../../model/event/compose.ts';
import type { FactName } from '../../model/facts/facts.ts';
import { limits } from '../../model/facts/limits.ts';
import { uuid } from '../values/identifiers.ts';
import { longText, type TextKind } from '../values/textPool.ts';
import type { Bullet } from './classes.ts';
import type { Slot, Variation } from './slot.ts';

/** The steps to a place in the content of a related item. */
export function content(...steps: string[]): readonly string[] {
  return ['detail', 'relatedItem', ...steps];
}

/** A member with ordinary values. */
export function typical(apply: Variation['apply']): Variation {
  return { class: 'typical', bullet: 'ordinary values', fact: 'typical', plain: true, apply };
}

/** A member that may be missing. */
export function absent(apply: Variation['apply']): Variation {
  return {
    class: 'sparse',
    bullet: 'a member of the content absent',
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
    { class: 'edge', bullet: 'longest identifier', fact: 'identifier', size, plain: true, apply },
    { class: 'limit', bullet: 'longest ASCII content', fact: 'identifier', size, plain: true, apply },
  ];
}

/** A text of the content at its longest, in ASCII, in 4-byte characters and in escapes. */
export function limitTexts(most: number, fact: FactName, set: (parts: EventParts, text: string) => void): Variation[] {
  return Object.entries(longestBullets).map(([kind, bullet]) => ({
    class: 'limit',
    bullet,
    fact,
    size: { least: 1, most },
    apply: (parts, length) => set(parts, longText(kind as TextKind, length)),
  }));
}

const longestBullets: Readonly<Record<string, Bullet>> = {
  ascii: 'longest ASCII content',
  fourBytes: 'longest 4-byte content',
  escapes: 'longest escaped content',
};

/** A member that is an ARN. */
export function arnSlot(member: string, key: string, start: string): Slot {
  const set = (parts: EventParts, arn: string): void => {
    (parts.content as Record<string, string>)[member] = arn;
  };
  return {
    name: member,
    steps: content(key, member),
    variations: [
      typical((parts, number) => set(parts, `${start}${uuid(number, 7)}`)),
      ...longest(start.length + 36, limits.identifier, (parts, length) => set(parts, start.padEnd(length, '0'))),
    ],
  };
}
