import type { Members } from '../values/members.ts';

/** A resource of a template by its logical id. */
export type Entry = readonly [id: string, resource: Members];
