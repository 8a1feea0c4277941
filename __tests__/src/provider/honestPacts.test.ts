import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import { buildInteractions } from '../../../contracts/interaction.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { contentPaths } from '../../../model/event/contentPaths.ts';
import { type ReadScope, resolveRead } from '../../../model/event/paths.ts';
import { type EventType, eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';
import { type RelatedItemType, relatedItemTypes } from '../../../model/facts/relatedItemTypes.ts';
import { type WrittenPact, writeInteraction } from '../../../src/pact/writeInteraction.ts';
import { fails } from '../../../src/provider/findings/verdict.ts';
import { parsePact } from '../../../src/provider/interaction/pact.ts';
import { type ProviderResult, verifyProvider } from '../../../src/provider/verifyProvider.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { refusal } from '../../helpers/refusal.ts';
import { temporaryDirectory } from '../../helpers/temporaryDirectory.ts';

const dir = temporaryDirectory();

/** All paths that a row may name: the refusal of an unknown path lists them. */
function pathsOf(scope: ReadScope): string[] {
  const message = refusal(() => resolveRead('a path', '?', scope));
  return [...(message.split('allowed: ')[1] as string).matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
}

interface Read {
  readonly eventType: EventType;
  readonly itemType?: RelatedItemType;
  readonly path: string;
}

const reads: Read[] = eventTypes.flatMap((eventType) => {
  const common = pathsOf({ eventType, domain: exampleDomain }).map((name): Read => ({ eventType, path: name }));
  if (!isRelatedItemEventType(eventType)) return common;
  const ofItems = relatedItemTypes.flatMap((itemType) =>
    contentPaths[itemType].map((name): Read => ({ eventType, itemType, path: name })),
  );
  return [...common, ...ofItems];
});

function contractOf({ eventType, itemType, path: read }: Read): Contract {
  const row = itemType === undefined ? [read] : { [itemType]: [read], otherwise: ignored };
  const contracts = contractsFor('reader', { ...ignoringAll, [eventType]: row } as never, { domain: exampleDomain });
  return contracts.find(({ ignores }) => !ignores) as Contract;
}

/** The pact that our own library writes for all reads, each in its own interaction. */
async function pactOf(all: readonly Read[]): Promise<string> {
  const files: WrittenPact[] = [];
  for (const read of all) {
    for (const interaction of buildInteractions(contractOf(read))) {
      const description = `${interaction.description}: ${read.path}`;
      files.push(await writeInteraction('reader', { ...interaction, description }));
    }
  }
  return JSON.stringify({ ...files[0], interactions: files.flatMap(({ interactions }) => interactions) });
}

/** The paths with a warning, by the question that AWS leaves open. */
function warned(pacts: ProviderResult['pacts']): Readonly<Record<string, readonly string[]>> {
  const all: Record<string, string[]> = {};
  for (const { interaction, warnings } of pacts.flatMap(({ verdicts }) => verdicts)) {
    const read = interaction.description.split(': ').at(-1) as string;
    for (const warning of warnings) {
      const question = /the answer to "([^"]+)"/.exec(warning)?.[1] as string;
      all[question] = [...new Set([...(all[question] ?? []), read])].sort();
    }
  }
  return all;
}

test('our own pact of every single path holds', async () => {
  const file = path.join(dir, 'reader-aws.cases.json');
  const text = await pactOf(reads);
  writeFileSync(file, text);
  const pact = parsePact(file, text);
  expect(pact.interactions.length).toBeGreaterThan(200);
  const options = { pacts: [{ pact, address: file, text }], domain: undefined, runs: 5, seed: 1, recorded: [] };
  const { pacts, unknownStates } = (await verifyProvider(options)) as ProviderResult;
  const failing = pacts.flatMap(({ verdicts }) => verdicts.filter(fails));
  expect(failing.map(({ title, refused, failures }) => [title, refused, failures[0]?.text])).toEqual([]);
  // A member that AWS may omit is an expectation only of a row that names it without a state for it.
  expect(warned(pacts)).toEqual({
    'is performedBy always there?': ['performedBy', 'performedBy.iamPrincipalArn'],
    'do CASE.CREATED and CASE.DELETED carry changedFieldIds?': ['changedFieldIds'],
    'does CASE.UPDATED always carry changedFieldIds?': ['changedFieldIds'],
    'is changedAttributes always there?': ['changedAttributes'],
    'what does CASE.DELETED carry of the case?': ['case.createdDateTime', 'case.templateId'],
    'what does RELATED_ITEM.DELETED carry of the related item?': ['relatedItem.createdDateTime'],
    'are the fields of a Custom related item a list or a map?': ['relatedItem.custom', 'relatedItem.custom.fields'],
  });
  expect(unknownStates).toEqual([]);
  expect(pacts).toMatchObject([{ holds: true }]);
});
