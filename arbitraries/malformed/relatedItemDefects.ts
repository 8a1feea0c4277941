import { limits } from '../../src/facts/limits.ts';
import type { Defect, Spoilt } from './defect.ts';
import { instead, without } from './spoil.ts';

const ITEM = ['detail', 'relatedItem'];

/** What can be wrong in a related-item event only. */
export const relatedItemDefects: readonly Defect[] = [
  without(...ITEM),
  ...['relatedItemType', 'relatedItemId', 'caseId', 'createdDateTime'].map((name) => without(...ITEM, name)),
  instead('that no ARN carries', [...ITEM, 'caseId'], 'another-case'),
  instead('that no ARN carries', [...ITEM, 'relatedItemId'], 'another-item'),
  instead('empty', [...ITEM, 'relatedItemType'], ''),
  instead('a text', ['detail', 'changedAttributes'], 'comment.commentText'),
  instead('empty', [...ITEM, 'comment', 'body'], ''),
  instead('too long', [...ITEM, 'comment', 'body'], 'x'.repeat(limits.commentBody + 1)),
  without(...ITEM, 'comment', 'body'),
  without(...ITEM, 'contact', 'contactArn'),
  without(...ITEM, 'file', 'fileArn'),
  without(...ITEM, 'sla', 'slaConfiguration'),
  without(...ITEM, 'sla', 'slaConfiguration', 'status'),
  without(...ITEM, 'connectCase', 'caseId'),
  without(...ITEM, 'custom', 'fields'),
  instead('a number', [...ITEM, 'contact', 'channel'], 7),
  {
    name: 'the content of another item type',
    spoil: (event) => {
      const item = event.detail?.relatedItem as Spoilt;
      const comment = /^comment$/i.test(String(item.relatedItemType));
      if (!comment && !/^(contact|file|sla|connectcase|custom)$/i.test(String(item.relatedItemType))) return false;
      const [key, content] = comment ? ['file', { fileArn: 'arn' }] : ['comment', { body: 'text' }];
      item[key as string] = content as unknown as Spoilt;
      return true;
    },
  },
];
