import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Contract, contractsFor, ignored, type VerifyOptions, verify } from 'connect-cases-contracts';
import type { CasesDetail, CasesEvent } from '../src/casesDetail';
import { domain } from './cases-domain';

// Three rules of public Cases consumers, and the events that each passes to the function.

interface Rule {
  readonly source: readonly string[];
  readonly 'detail-type'?: readonly string[];
  readonly detail?: { readonly eventType: readonly string[] };
}

/** The function behind a rule, which only gets matching events. */
function behind(rule: Rule, handler: (event: CasesEvent) => unknown): (event: CasesEvent) => Promise<unknown> {
  return async (event) => (matches(rule, event) ? handler(event) : undefined);
}

function matches(rule: Rule, { source, 'detail-type': detailType, detail }: CasesEvent): boolean {
  const type = detail.eventType ?? '';
  return (
    rule.source.includes(source) &&
    rule['detail-type']?.includes(detailType) !== false &&
    rule.detail?.eventType.includes(type) !== false
  );
}

const nothing = {
  'CASE.CREATED': ignored,
  'CASE.UPDATED': ignored,
  'CASE.DELETED': ignored,
  'RELATED_ITEM.CREATED': ignored,
  'RELATED_ITEM.UPDATED': ignored,
  'RELATED_ITEM.DELETED': ignored,
};

// These consumers are not deployed: no pact contains their parts.
const dir = mkdtempSync(path.join(tmpdir(), 'rules-'));
afterAll(() => rmSync(dir, { recursive: true }));

async function verifyAll(
  contracts: readonly Contract[],
  handler: (event: CasesEvent) => unknown,
  options?: VerifyOptions,
): Promise<void> {
  for (const contract of contracts) await verify(contract, handler, { ...options, dir });
}

/** The failure of a handler, or an empty text. */
async function failure(contracts: readonly Contract[], handler: (event: CasesEvent) => unknown): Promise<string> {
  try {
    await verifyAll(contracts, handler, { foreign: true });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a rule on source alone', () => {
  const rule: Rule = { source: ['aws.cases'] };
  const contracts = contractsFor('by-source', { ...nothing, 'CASE.UPDATED': ['case.caseId'] }, { domain });

  /** Treats every event with a case as an update. */
  const naive = ({ detail }: CasesEvent): string => {
    if (detail.relatedItem !== undefined) return 'not for us';
    return (detail.case as { caseId: string }).caseId.slice(0, 8);
  };

  test('also delivers API calls and unknown event types, which the handler must survive', () => {
    const handler = behind(rule, ({ detail }) => detail.case?.caseId?.slice(0, 8) ?? 'not for us');
    return verifyAll(contracts, handler, { foreign: true });
  });

  test('delivers an API call to a handler that expects a case or an item in every event', async () => {
    const told = await failure(contracts, behind(rule, naive));
    expect(told).toContain("Cannot read properties of undefined (reading 'caseId')");
    expect(told).toContain('an event that the same rule delivers (class foreign)');
  });
});

describe('a rule on source and detail-type', () => {
  const rule: Rule = { source: ['aws.cases'], 'detail-type': ['Amazon Connect Cases Change'] };
  const contracts = contractsFor('by-detail-type', { ...nothing, 'CASE.CREATED': ['case.caseId'] }, { domain });

  test('delivers no API call: a handler may expect a case event type in every event', () => {
    const handler = behind(rule, ({ detail }) => {
      const { eventType, case: created } = detail as CasesDetail & { eventType: string };
      return eventType.startsWith('CASE.CREATED') ? created?.caseId : eventType.toLowerCase();
    });
    return verifyAll(contracts, handler, { foreign: true });
  });

  test('delivers unknown event types to a handler that refuses them', async () => {
    const known = /^CASE\.(CREATED|UPDATED|DELETED)$|RELATED_ITEM\.(CREATED|UPDATED|DELETED)$/;
    const handler = behind(rule, ({ detail }) => {
      if (!known.test(detail.eventType ?? '')) throw new Error('an event type that nobody knows');
      return detail.case?.caseId;
    });
    const told = await failure(contracts, handler);
    expect(told).toContain('an event type that nobody knows');
    expect(told).toContain('Amazon Connect Cases Change');
  });
});

describe('a rule on source and RELATED_ITEM.CREATED', () => {
  const rule: Rule = { source: ['aws.cases'], detail: { eventType: ['RELATED_ITEM.CREATED'] } };
  const contracts = contractsFor(
    'by-event-type',
    { ...nothing, 'RELATED_ITEM.CREATED': ['relatedItem.caseId', 'relatedItem.relatedItemType'] },
    { domain },
  );
  const handler = behind(rule, ({ detail }) => {
    const { relatedItemType, caseId } = detail.relatedItem as { relatedItemType: string; caseId: string };
    return `${relatedItemType} of ${caseId}`;
  });

  test('delivers nothing else: a handler may expect an item in every event', () =>
    verifyAll(contracts, handler, { foreign: true, ambiguities: 'off' }));

  test('delivers nothing at all if AWS writes CASE.RELATED_ITEM.CREATED, and a warning says so', () =>
    expect(verifyAll(contracts, handler, { ambiguities: 'fail' })).rejects.toThrow(
      'reads nothing of the event if the answer to "do the event types of related items begin with CASE.?" is "CASE.RELATED_ITEM"',
    ));
});
