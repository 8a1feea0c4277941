import { describeSystemError } from '../../../model/platform/describeSystemError.ts';

function withCode(code: unknown, rest: object = {}): Error {
  return Object.assign(new Error('x'), { code, ...rest });
}

test.each<[unknown, string | undefined]>([
  [withCode('ENOSPC'), 'the disk is full'],
  [withCode('ENOENT'), 'there is no such file or folder'],
  [
    withCode('ERR_ACCESS_DENIED', { permission: 'FileSystemRead' }),
    "Node's permission model does not allow it (--allow-fs-read does)",
  ],
  [
    withCode('ERR_ACCESS_DENIED', { permission: 'Later' }),
    "Node's permission model does not allow it (the flag of Node that its documentation names does)",
  ],
  [withCode('EUNKNOWN'), undefined],
  [withCode('toString'), undefined],
  [withCode(13), undefined],
  [undefined, undefined],
])('%p means what everybody calls it', (error, words) => {
  expect(describeSystemError(error)).toBe(words);
});
