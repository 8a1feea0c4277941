import { entrySize } from 'connect-cases-contracts';

/**
 * Typical reasons for a handler to fail: each returns whether an event triggers it. `options` are for our arbitrary.
 */
export const failingPredicates = [
  {
    name: 'more than 16 fields, pinned to 262,144 bytes',
    options: { bytes: 262_144 },
    fails: (event) => fieldsOf(event).length > 16,
  },
  {
    name: 'larger than 100,000 bytes',
    options: {},
    fails: (event) => entrySize(event) > 100_000,
  },
  {
    name: 'a title of 255 characters or more',
    options: {},
    fails: ({ detail }) => (detail.case.fields?.title?.value.stringValue ?? '').length >= 255,
  },
  {
    name: 'a negative number in a field',
    options: {},
    fails: (event) => fieldsOf(event).some(([, { value }]) => value.doubleValue < 0),
  },
  {
    name: 'no user and a cleared field',
    options: {},
    fails: ({ detail }) => detail.performedBy?.user === undefined && clears(detail),
  },
];

function fieldsOf({ detail }) {
  return Object.entries(detail.case.fields ?? {});
}

/** Whether the event lacks a changed field; it never carries the time of the last change. */
function clears({ changedFieldIds = [], case: { fields = {} } }) {
  return changedFieldIds.some((id) => id !== 'last_updated_datetime' && !Object.hasOwn(fields, id));
}
