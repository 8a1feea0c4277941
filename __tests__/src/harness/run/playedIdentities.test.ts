import { eventSpace } from '../../../../arbitraries/space/eventSpace.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { PlayedIdentities } from '../../../../src/harness/run/playedIdentities.ts';
import { parseReplayPath, type ReplayPath } from '../../../../src/harness/run/replayPath.ts';

const read = (text: string): ReplayPath => parseReplayPath(text) as ReplayPath;

const identities = new PlayedIdentities('refunds handles CASE.CREATED');

test('the same path has the same identity, in the run and in its replay', () => {
  const replay = new PlayedIdentities('refunds handles CASE.CREATED');
  for (const path of ['fixed:8', 'fixed:8:0:2:1', '21', '21:3:0', 'foreign:4:1'])
    expect(replay.at(read(path))).toEqual(identities.at(read(path)));
  expect(identities.at(read('fixed:8:0'))).toEqual(identities.at(read('fixed:8')));
  expect(identities.at(read('again:8'))).toEqual(identities.at(read('fixed:8')));
});

test('numbers grow in the order of the played events, including those for shrinking', () => {
  const paths = [
    'fixed:0',
    'fixed:1',
    'fixed:1:0:0',
    'fixed:1:0:1',
    'fixed:1:0:1:0',
    'fixed:99999',
    '0',
    '0:0',
    '0:7',
    '0:7:3',
    '1',
    '999999',
  ];
  const before = [identities.early(), identities.early()];
  const after = [identities.next(), identities.next()];
  const numbers = [...before, ...paths.map((path) => identities.at(read(path))), ...after].map(({ number }) => number);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('an event played again right after a path comes before the next path', () => {
  const numbers = [
    identities.at(read('fixed:3')),
    identities.after(read('fixed:3')),
    identities.at(read('fixed:4')),
  ].map(({ number }) => number);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(new Set(numbers).size).toBe(3);
});

test('events of other runs have other ids at the same place', () => {
  const other = new PlayedIdentities('refunds handles CASE.UPDATED');
  const sample = eventSpace({ eventType: 'CASE.CREATED', itemTypes: [], domain: exampleDomain as never }).sample();
  const ids = [identities, other].map((ofRun) => sample.withIdentity(ofRun.at(read('fixed:3'))).event().id);
  expect(new Set(ids).size).toBe(2);
});
