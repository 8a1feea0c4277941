import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ReadModel } from '../src/readModel';

const comment = {
  commentId: 'comment-1',
  caseId: 'case-1',
  createdAt: '2026-11-23T05:41:49.000000000Z',
  changedAt: '2026-11-23T05:41:49.000000000Z',
  body: 'first',
  preview: 'first',
};

test('a failed change is rolled back, and its event may come again', async () => {
  const model = await ReadModel.open();
  const fail = () => {
    model.saveComment(comment, false);
    throw new Error('disk');
  };
  expect(() => model.once('event-1', fail)).toThrow('disk');
  expect(model.commentBody('comment-1')).toBeUndefined();
  model.once('event-1', () => model.saveComment(comment, false));
  expect(model.commentBody('comment-1')).toBe('first');
});

test('a read model in a file survives reopening', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'refunds-'));
  const file = path.join(directory, 'refunds.sqlite');
  const first = await ReadModel.open(file);
  first.once('event-1', () => first.saveComment(comment, false));
  const second = await ReadModel.open(file);
  expect(second.commentBody('comment-1')).toBe('first');
  rmSync(directory, { recursive: true });
});
