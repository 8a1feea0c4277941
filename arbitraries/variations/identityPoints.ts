import type { Domain } from '../../model/domain/domain.ts';
import type { EventParts } from '../../model/event/compose.ts';
import type { Dialect } from '../../model/event/dialect.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { type EventType, isRelatedItemEventType } from '../../model/facts/eventTypes.ts';
import { limits } from '../../model/facts/limits.ts';
import { caseArn, relatedItemArn } from '../../model/values/arns.ts';
import { longIdentifier, uuid } from '../../model/values/identifiers.ts';
import { deriveShift, type Identity } from '../../model/values/identity.ts';
import { instantAt, pick } from '../values/typicalValues.ts';
import { hasOnlyCaseId } from './dialectPresence.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** Ids and instants. They agree all over the event: the ARNs are composed from the ids, the instants lie in order. */
export function identityPoints(type: EventType, domain: Domain, dialect: Dialect): VariationPoint[] {
  const longest = longestIds(domain);
  const common: VariationPoint[] = [
    {
      name: 'id',
      segments: ['id'],
      variations: [ordinary((parts, number, identity) => setId(parts, uuid(number ^ deriveShift(identity), 1)))],
    },
    { name: 'times', segments: ['detail', 'approximateChangeTime'], variations: [ordinary(setTimes)] },
  ];
  if (isRelatedItemEventType(type)) {
    return [
      ...common,
      idPoint('relatedItem', 'caseId', typicalCaseId, longest.inItem),
      idPoint(
        'relatedItem',
        'relatedItemId',
        (number, identity) => uuid(number ^ deriveShift(identity), 3),
        longest.inItem,
      ),
    ];
  }
  const templatePoint = idPoint('case', 'templateId', (number) => templateId(domain, number), limits.identifier);
  return [
    ...common,
    idPoint('case', 'caseId', typicalCaseId, longest.caseId),
    ...(hasOnlyCaseId(type, dialect) ? [] : [templatePoint]),
  ];
}

function typicalCaseId(number: number, identity?: Identity): string {
  return uuid(number ^ deriveShift(identity), 2);
}

type IdMember = 'caseId' | 'templateId' | 'relatedItemId';

function setId(parts: EventParts, id: string): void {
  parts.id = id;
}

function idPoint(
  subject: 'case' | 'relatedItem',
  member: IdMember,
  typicalId: (number: number, identity?: Identity) => string,
  most: number,
): VariationPoint {
  const set = (parts: EventParts, id: string): void => {
    parts[member] = id;
  };
  return {
    name: member,
    segments: ['detail', subject, member],
    variations: [
      ordinary((parts, number, identity) => set(parts, typicalId(number, identity))),
      longer(most, member, set),
      ...(member === 'caseId' ? [odd(set)] : []),
    ],
  };
}

/** The longest ids whose ARNs keep within their own maximum; a related item's ARN holds two of them. */
export function longestIds(domain: Domain): LongestIds {
  let longest = longestOfDomains.get(domain);
  if (longest === undefined) {
    longest = {
      caseId: limits.identifier - caseArn(domain, '').length,
      inItem: Math.floor((limits.identifier - relatedItemArn(domain, '', '').length) / 2),
    };
    longestOfDomains.set(domain, longest);
  }
  return longest;
}

interface LongestIds {
  readonly caseId: number;
  readonly inItem: number;
}

const longestOfDomains = new WeakMap<Domain, LongestIds>();

function templateId(domain: Domain, number: number): string {
  return domain.templates.length === 0 ? uuid(number % 4, 4) : pick(domain.templates, number);
}

/** Created first, then changed, then sent: milliseconds to days, milliseconds to minutes. */
function setTimes(parts: EventParts, number: number, identity?: Identity): void {
  parts.createdAt = instantAt(number) + (identity?.number ?? 0);
  parts.changedAt = parts.type.endsWith('CREATED') ? parts.createdAt : parts.createdAt + ((number >>> 3) % 864_000_000);
  parts.sentAt = parts.changedAt + ((number >>> 5) % 600_000);
}

function ordinary(apply: Variation['apply']): Variation {
  return { class: 'typical', coverageItem: 'ordinary values', fact: 'typical', plain: true, apply };
}

/** An id with every character that the pattern of case ids admits beside letters and digits. */
function odd(set: (parts: EventParts, id: string) => void): Variation {
  return {
    class: 'edge',
    coverageItem: 'case id of odd characters',
    fact: 'caseIdPattern',
    plain: true,
    later: true,
    apply: (parts) => set(parts, `${parts.caseId.slice(0, 8)}/case/1:2#3=4+5.6_7`),
  };
}

function longer(most: number, member: IdMember, set: (parts: EventParts, id: string) => void): Variation {
  return {
    class: 'edge',
    coverageItem: 'longest identifier',
    fact: 'identifier',
    size: { least: sampleIds.case.length, most },
    plain: true,
    apply: (parts, length, identity) => set(parts, longIdentifier(length, identity && parts[member])),
  };
}
