import { listWords } from '../../../model/values/invalidArgument.ts';
import { cite, REPLACE_SUBSCRIPTION, type RouteCheck } from './finding.ts';

/** A mapping without `ReportBatchItemFailures`: a report of failed records has no effect. */
export const ignoredReports: RouteCheck = ({ mapping }, { name }) => {
  if (mapping === undefined) return undefined;
  const { responseTypes: types } = mapping;
  if (types !== undefined && (!Array.isArray(types) || types.includes('ReportBatchItemFailures'))) return undefined;
  const property = name('FunctionResponseTypes');
  return cite('ignoredReports', {
    what: `The event source mapping ${mapping.id} has no ReportBatchItemFailures${Array.isArray(types) && types.length > 0 ? `, but ${listWords(types)}` : ''}`,
    where: `${mapping.id}.${property}`,
    why: 'Lambda ignores batchItemFailures in an answer: if the function reports a failed record and does not throw, the record counts as done, and is lost',
    todo: mapping.isMadeBySam
      ? `${REPLACE_SUBSCRIPTION} with ${property}: [ReportBatchItemFailures]`
      : `Add ${property}: [ReportBatchItemFailures], or let the function throw`,
  });
};
