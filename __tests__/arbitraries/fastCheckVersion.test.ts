import { requireVersion } from '../../arbitraries/fastCheckVersion.ts';

test.each(['3.23.2', '5.0.0'])('fast-check %s is refused in one sentence, with the command to run', (version) => {
  expect(() => requireVersion(version)).toThrow(
    `connect-cases-contracts needs fast-check 4; what it finds is fast-check ${version}. Run: npm install --save-dev fast-check@4`,
  );
});

test.each(['4.0.0', '4.10.2', '4.99.0-rc.1'])('fast-check %s is accepted', (version) => {
  expect(() => requireVersion(version)).not.toThrow();
});
