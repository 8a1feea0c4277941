import type { OpenQuestionName } from '../../../model/facts/openQuestions.ts';

/**
 * How other readings of an open question differ: in the form of a member, or in its presence. An expectation for one spelling
 * or form fails, because a consumer can accept all of them. An expectation for presence warns, as in `verify`. Pact cannot
 * express "a list or a map", so an expectation for the list, AWS's modelled form, warns too.
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
