import { coverageItems } from '../../../arbitraries/variations/coverageItems.ts';
import { eventClasses } from '../../../model/event/eventClasses.ts';

test('the sample comes first, then the classes that are planned from it, then the events that are not ours', () => {
  expect(eventClasses).toEqual(['sample', ...Object.keys(coverageItems), 'foreign']);
});
