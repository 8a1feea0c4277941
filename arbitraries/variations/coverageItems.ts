/** The coverage items of each class that a plan can make; the sample has none, foreign events have no plan. */
export const coverageItems = {
  typical: [
    'stringValue',
    'doubleValue',
    'booleanValue',
    'userArnValue',
    'user by /user/',
    'user by /agent/',
    'user by customEntity',
    'ordinary values',
  ],
  sparse: [
    'everything optional absent',
    'no user',
    'fields absent',
    'fields empty',
    'a field absent',
    'a cleared field',
    'a member of the content absent',
  ],
  edge: [
    'empty text',
    'longest text',
    'surrogate pairs',
    'combining characters',
    'right-to-left text',
    'quotes',
    'control characters',
    'pairs from offset 0',
    'pairs from offset 1',
    'zero',
    'negative number',
    'fractional number',
    'tiny number',
    'huge number',
    'false',
    'text that does not parse',
    'role with a path',
    'assumed role',
    'service-linked role',
    'customEntity of odd characters',
    'field id of digits',
    'field id with dots',
    'field id with blanks',
    'field id outside ASCII',
    'option never seen',
    'longest identifier',
    'case id of odd characters',
  ],
  open: [
    'new property in the envelope',
    'new property in detail',
    'new property in the case or related item',
    'new property in the content',
    'new property in performedBy',
    'unknown custom field',
    'item type of tomorrow',
    'fields added to the domain, ascii',
    'fields added to the domain, threeBytes',
    'fields added to the domain, fourBytes',
    'fields added to the domain, escapes',
    'fields added to the domain, one byte below the ceiling',
    'fields added to the domain, as many as can be included',
  ],
  limit: [
    'largest, ascii',
    'largest, threeBytes',
    'largest, fourBytes',
    'largest, escapes',
    'one byte below the largest',
    'long ids at the largest',
    'longest ASCII content',
    'longest 4-byte content',
    'longest escaped content',
  ],
} as const;

/** A class whose events are planned from the sample. */
export type PlannedClass = keyof typeof coverageItems;

/** One line of a class's table. */
export type CoverageItem = (typeof coverageItems)[PlannedClass][number];

/** All classes, in the order in which `verify` tries them. */
export const eventClasses = ['sample', 'typical', 'sparse', 'edge', 'open', 'limit', 'foreign'] as const;

/**
 * The class of an event: what makes it worth trying.
 *
 * - `sample`: the documented event with the domain's ids
 * - `typical`: realistic values
 * - `sparse`: what AWS may leave out
 * - `edge`: values that break handlers
 * - `open`: what may be added tomorrow, by AWS or to the domain
 * - `limit`: the largest events of the domain as it is configured
 * - `foreign`: what a rule on `source` alone also delivers
 */
export type EventClass = (typeof eventClasses)[number];
