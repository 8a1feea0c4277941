import type { Members } from '../../../model/values/members.ts';

/** A resource of a template by its logical id. */
export type Entry = readonly [id: string, resource: Members];
