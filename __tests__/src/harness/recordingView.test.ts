import type { Read } from '../../../src/event/paths.ts';
import { recordingView } from '../../../src/harness/recordingView.ts';

const event = {
  id: 'e',
  detail: { case: { caseId: 'c', fields: { status: { value: { stringValue: 'open' } } } }, list: ['a'] },
};

function read(...steps: string[]): Read {
  return { path: steps.join('.'), steps };
}

test('a path counts as read when its own property was', () => {
  const view = recordingView(event);
  const { detail } = view.event as typeof event;
  expect(view.touched(read('detail', 'case', 'caseId'))).toBe(false);
  expect(detail.case.caseId).toBe('c');
  expect(view.touched(read('detail', 'case', 'caseId'))).toBe(true);
  expect(view.touched(read('detail', 'case', 'fields', 'status'))).toBe(false);
});

test.each<[string, (view: typeof event) => unknown]>([
  ['JSON.stringify', (view) => JSON.stringify(view)],
  ['Object.keys of the fields', (view) => Object.keys(view.detail.case.fields)],
  ['a spread', (view) => ({ ...view.detail.case.fields })],
  ['the in operator', (view) => 'status' in view.detail.case.fields],
])('%s reads', (_, use) => {
  const view = recordingView(event);
  use(view.event as typeof event);
  expect(view.touched(read('detail', 'case', 'fields', 'status'))).toBe(true);
});

test('the view behaves like the event', () => {
  const { event: view } = recordingView(event);
  expect(view).toEqual(event);
  expect(Array.isArray((view as typeof event).detail.list)).toBe(true);
});
