import type { OpenQuestionName } from '../../../model/facts/openQuestions.ts';

/**
 * What another answer to an open question changes: how something is written, or whether it is there. Who demands one
 * spelling or form fails, for all can be taken at once; who demands a presence is warned, as by `verify`. Pact has no
 * words for "a list or a map": who demands the list, as AWS models it, is warned, too.
 */
export const questionKinds: Readonly<Record<OpenQuestionName, 'fails' | 'warns' | 'not played'>> = {
  relatedItemType: 'fails',
  relatedItemEventType: 'fails',
  updatedItemTypes: 'warns',
  clearedField: 'fails',
  fraction: 'fails',
  changedFieldIds: 'warns',
  changedFieldIdsOnUpdate: 'warns',
  changedFieldIdsOnCreation: 'warns',
  deletedCase: 'warns',
  performedBy: 'warns',
  changedAttributes: 'fails',
  anyChangedAttributes: 'warns',
  deletedItem: 'warns',
  optionalContent: 'warns',
  itemContent: 'warns',
  customItemFields: 'warns',
  userField: 'fails',
  emptyFields: 'warns',
  detailType: 'not played',
  entrySize: 'not played',
  fractionZeros: 'not played',
  deleteCascade: 'not played',
  changeTimeTies: 'not played',
};
