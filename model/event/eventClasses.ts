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
