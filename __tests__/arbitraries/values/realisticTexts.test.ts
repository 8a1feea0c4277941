import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { realisticTexts } from '../../../arbitraries/values/realisticTexts.ts';

test('the realistic texts are the output of scripts/realisticTexts.mjs, which uses faker', () => {
  const made = execFileSync(process.execPath, ['scripts/realisticTexts.mjs', '--print'], { encoding: 'utf8' });
  expect(readFileSync('arbitraries/values/realisticLines.ts', 'utf8')).toBe(made);
});

test('each of their characters takes one byte in JSON', () => {
  const { people, ...texts } = realisticTexts;
  const all = [
    ...Object.values(texts).map((list) => list()),
    ...people().map((person) => Object.values(person)),
  ].flat();
  const odd = all.filter((text) => /[^ !#-[\]-~]/.test(text));
  expect(odd).toEqual([]);
});

test('there are many, within the limits of every place', () => {
  const { people, ...texts } = realisticTexts;
  for (const list of Object.values(texts)) {
    expect(new Set(list()).size).toBeGreaterThan(20);
    expect(list().filter((text) => text.length === 0 || Buffer.byteLength(text) > 250)).toEqual([]);
  }
  expect(people().filter(({ name, email }) => !/^\S+ .+/.test(name) || !/^\S+@example\./.test(email))).toEqual([]);
  expect(texts.urls().filter((url) => !URL.canParse(url))).toEqual([]);
  expect(texts.roles().filter((role) => !/^[A-Za-z]+$/.test(role))).toEqual([]);
});
