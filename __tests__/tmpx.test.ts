import fc from 'fast-check';
import { events } from '../arbitraries/events.ts';
import { exampleDomain } from '../src/event/exampleDomain.ts';
import { defineDomain } from '../src/event/domain.ts';
import { parseCaseEvent, caseEventSchema } from '../src/event/schemaEntry.ts';
test('gen', () => {
  const errs: string[] = []; let n = 0;
  const system = defineDomain({ region: 'us-east-1', accountId: '111122223333', domainId: 'd', includedData: { fields: ['case_id','created_datetime','created_by','assigned_user','summary','status'], relatedItemContent: true } });
  const bare = defineDomain({ region: 'us-east-1', accountId: '111122223333', domainId: 'd' });
  for (const domain of [exampleDomain, system, bare]) for (const dialect of [{}, { entrySize: '1,048,576 bytes' }, { relatedItemType: 'comment' }, { clearedField: 'emptyValue', userField: 'stringValue', fraction: 'seconds' }] as any[]) for (const customFields of ['fresh','domain'] as const) for (let seed = 0; seed < 250; seed++) {
    if (domain === bare && customFields === 'fresh') continue;
    try { for (const e of fc.sample(events({ customFields, dialect, domain }), { numRuns: 2, seed: seed * 7919 })) { n++; parseCaseEvent(e, { domain, dialect }); parseCaseEvent(e); if (!caseEventSchema.safeParse(e).success) throw new Error('schema'); } } catch (e: any) { errs.push(`${customFields} ${JSON.stringify(dialect)} ${seed * 7919} ${e.message.slice(0, 400)}`); }
  }
  console.log(n, errs.length, errs.slice(0, 10).join('\n'));
}, 200000);
