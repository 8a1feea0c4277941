/**
 * The events of Amazon Connect Cases as fast-check arbitraries.
 *
 * @module connect-cases-contracts/arbitraries
 */

import '../model/platform/guard.ts';
import './fastCheckInstalled.ts';
import './fastCheckVersion.ts';

export { caseCreated } from './caseCreated.ts';
export { caseDeleted } from './caseDeleted.ts';
export { caseHistory, type HistoryOptions } from './caseHistory.ts';
export { caseUpdated } from './caseUpdated.ts';
export { domains } from './domains.ts';
export { events } from './events.ts';
export { type ForeignEvent, type ForeignOptions, foreignEvents, type RuleState } from './foreignEvents.ts';
export type { EventOptions } from './generation/options.ts';
export { malformedEvents } from './malformedEvents.ts';
export { relatedItemCreated } from './relatedItemCreated.ts';
export { relatedItemDeleted } from './relatedItemDeleted.ts';
export { relatedItemUpdated } from './relatedItemUpdated.ts';
