import { type OpenQuestion, type OpenQuestionName, openQuestions } from '../facts/openQuestions.ts';
import { type Dialect, defaultDialect, resolveDialect } from './dialect.ts';

/**
 * The dialects in which AWS may write events: the default one first, then every combination of spellings, then each
 * other reading that `verify` plays.
 */
export function listReadings(): readonly Dialect[] {
  const spellings = listNames('relatedItemEventType').flatMap((relatedItemEventType) =>
    listNames('relatedItemType').map((relatedItemType) => ({ relatedItemEventType, relatedItemType })),
  );
  const others = (Object.keys(openQuestions) as OpenQuestionName[])
    .filter((question) => (openQuestions[question] as OpenQuestion).playedBy === 'verify')
    .flatMap((question) => listNames(question).map((reading) => ({ [question]: reading })));
  const dialects = [...spellings, ...others].map((readings) => resolveDialect(readings as Partial<Dialect>));
  return [...new Set([defaultDialect, ...dialects])];
}

function listNames(question: OpenQuestionName): readonly string[] {
  return Object.keys(openQuestions[question].readings);
}
