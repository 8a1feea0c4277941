import { providerStates } from '../../../contracts/providerStates.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import type { AskedInteraction } from '../../../src/provider/interaction/pact.ts';
import { formatRecorded, selectRecorded } from '../../../src/provider/recordedEvents.ts';

const recorded = [
  { source: 'created', event: makeSample('CASE.CREATED', exampleDomain) },
  { source: 'comment', event: makeSample('RELATED_ITEM.CREATED', exampleDomain) },
  { source: 'file', event: makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType: 'File' }) },
];

function asked(detail: object, states: AskedInteraction['states'] = []): AskedInteraction {
  const body = { detail } as AskedInteraction['body'];
  return { description: 'd', states, body, contentType: 'application/json', rules: {}, metadata: {}, pending: false };
}

test('an interaction meets the captured events of its type, its item type and its states', () => {
  const names = (interaction: AskedInteraction) => selectRecorded(interaction, recorded).map(({ source }) => source);
  expect(names(asked({ eventType: 'CASE.CREATED' }))).toEqual(['created']);
  expect(names(asked({ eventType: 'RELATED_ITEM.CREATED' }))).toEqual(['comment', 'file']);
  expect(names(asked({ eventType: 'RELATED_ITEM.CREATED', relatedItem: { file: {} } }))).toEqual(['file']);
  const customEntity = [{ name: providerStates.userKind, params: { kind: 'customEntity' } }];
  expect(names(asked({ eventType: 'CASE.CREATED' }, customEntity))).toEqual([]);
  expect(names(asked({}))).toEqual([]);
});

test('the report names the places that a captured event lacks, never its values', () => {
  const lacks = [1, 2, 3, 4, 5, 6].map((number) => ({ path: `$.p${number}`, words: "Expected 'Jane'" }));
  const [event] = recorded as [(typeof recorded)[number]];
  expect(formatRecorded('t', event, lacks)).toBe(
    't: it does not hold for the captured event at created, at $.p1, $.p2, $.p3, $.p4, $.p5 and 1 more',
  );
});
