import { describeRange, isWithin } from '../../../../model/platform/installed/range.ts';
import packageJson from '../../../../package.json';

const { satisfies } = require('semver') as { satisfies(version: string, range: string): boolean };

const versions = [
  ...['3.0.0', '3.23.2', '4.0.0', '4.10.2', '5.0.0', '14.21.3', '16.3.9', '16.4.0', '16.4.1', '16.5.0', '17.0.0'],
  ...['17.1.0', '17.1.1', '17.1.2', '17.1.4', '17.2.0', '17.10.0', '18.0.0', '18.20.8', '20.0.0', '20.9.0', '20.18.9'],
  ...[
    '20.19.0',
    '20.19.1',
    '20.20.2',
    '20.100.0',
    '21.0.0',
    '21.7.3',
    '22.0.0',
    '22.23.3',
    '24.1.0',
    '26.0.0',
    '28.1.3',
  ],
  ...['29.0.0', '29.7.0', '30.5.2', '100.0.0'],
];
const { engines, peerDependencies } = packageJson;

test.each([engines.node, ...Object.values(peerDependencies), '>=29'])('%s is read as npm reads it', (range) => {
  const read = versions.filter((version) => isWithin(version, range));
  expect(read).toEqual(versions.filter((version) => satisfies(version, range)));
  expect(read).not.toEqual([]);
});

test('a prerelease counts as its release', () => {
  expect(isWithin('31.0.0-alpha.2', '>=29')).toBe(true);
  expect(isWithin('17.1.1-beta.0+a.b', '>=17.1.2 <18')).toBe(false);
});

test('ranges become words', () => {
  expect(describeRange('^20.19.0 || >=22')).toBe('20.19 and later of 20, or 22 and newer');
  expect(describeRange('16.4.0 || >=17.1.2 <18')).toBe('16.4.0, or 17.1.2 and later of 17');
  expect(describeRange('^4')).toBe('4');
  expect(describeRange('>=29')).toBe('29 and newer');
});

test('a range in another form is refused, because it would be misread', () => {
  expect(() => isWithin('1.0.0', '^1 || ~1.2')).toThrow('The range "~1.2" has a form that is not read here.');
});
