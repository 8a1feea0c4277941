import { type Domain, listCustomFields, listIncludedFields } from '../domain/domain.ts';
import { type Dialect, hasItemContent } from '../event/dialect.ts';
import { isCaseEvent, parseEventType } from '../event/parseEventType.ts';
import { parseItemType } from '../event/parseItemType.ts';
import { systemFieldIds } from '../facts/fieldTypes.ts';
import { contentKeys, getContentKey } from '../facts/relatedItemTypes.ts';
import { makeDomainArn } from '../values/arns.ts';
import { type Invariant, type InvariantViolation, makeInvariant, reportUnless } from './invariant.ts';

/** The additional invariants of one domain's events. They admit unknown fields if the domain includes any field. */
export function listDomainInvariants(domain: Domain, dialect?: Dialect): readonly Invariant[] {
  return [
    makeInvariant('the account is that of the domain', 'oneAccount', ({ account }, showValue) =>
      reportUnless(
        account === domain.accountId,
        ['account'],
        showValue(account),
        `"${domain.accountId}", as in the domain`,
      ),
    ),
    makeInvariant('the Region is that of the domain', 'oneAccount', ({ region }, showValue) =>
      reportUnless(region === domain.region, ['region'], showValue(region), `"${domain.region}", as in the domain`),
    ),
    makeInvariant('resources[0] is the domain', 'resources', ({ resources: [first] }, showValue) =>
      reportUnless(
        first === makeDomainArn(domain),
        ['resources', 0],
        showValue(first),
        `the ARN of the domain, "${makeDomainArn(domain)}"`,
      ),
    ),
    forbidExcludedFields(domain),
    forbidExcludedContent(domain),
    ...(dialect === undefined ? [] : [requireIncludedContent(domain, dialect)]),
  ];
}

function forbidExcludedFields(domain: Domain): Invariant {
  const includes = new Set(listIncludedFields(domain).map(({ id }) => id));
  const leavesOut = new Set(
    [...systemFieldIds, ...listCustomFields(domain).map(({ id }) => id)].filter((id) => !includes.has(id)),
  );
  return makeInvariant('only included fields appear', 'onlyConfigured', (event) => {
    const ids = Object.keys((isCaseEvent(event) && event.detail.case.fields) || {});
    const segments = ['detail', 'case', 'fields'];
    if (includes.size === 0) {
      const allowed = "nothing: the domain's includedData lists no fields";
      return reportUnless(ids.length === 0, segments, `${ids.length} fields`, allowed);
    }
    const allowed = "nothing: the domain's includedData does not list this field";
    return ids.flatMap((id) => reportUnless(!leavesOut.has(id), [...segments, id], 'a value', allowed));
  });
}

/** Applies to the reading that content is always there. The content may have an unknown key. */
function requireIncludedContent(domain: Domain, dialect: Dialect): Invariant {
  return makeInvariant('content that is included is there', 'includedContent', (event) => {
    const type = parseEventType(event.detail.eventType);
    if (isCaseEvent(event) || type === undefined || !hasItemContent(type, domain, dialect)) return [];
    const there = Object.keys(event.detail.relatedItem).some((key) => !OF_EVERY_ITEM.includes(key));
    const key = getContentKey(parseItemType(event.detail.relatedItem.relatedItemType) ?? '');
    return reportUnless(there, ['detail', 'relatedItem', key], 'missing', 'the content, which the domain includes');
  });
}

const OF_EVERY_ITEM = ['relatedItemType', 'relatedItemId', 'caseId', 'createdDateTime'];

function forbidExcludedContent(domain: Domain): Invariant {
  return makeInvariant(
    'content of related items appears only where it is included',
    'relatedItemContent',
    (event, showValue) => {
      if (isCaseEvent(event) || domain.includedData.relatedItemContent) return [];
      return Object.values(contentKeys).flatMap((key): InvariantViolation[] => {
        const allowed = "nothing: the domain's includedData leaves the content of related items out";
        const content = event.detail.relatedItem[key];
        return reportUnless(content === undefined, ['detail', 'relatedItem', key], showValue(content), allowed);
      });
    },
  );
}
