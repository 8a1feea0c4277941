import type { Domain } from '../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import type { EventClass } from '../../../model/event/eventClasses.ts';
import type { Fact } from '../../../model/facts/facts.ts';
import { unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import { type Difference, listDifferences } from '../../../model/values/differences.ts';
import { shorten } from '../../../model/values/text.ts';
import { fitLines, formatDifference, formatFact, formatSection } from '../../harness/failure/failureLines.ts';
import type { Expectation } from './expectations.ts';
import { explainExpectation } from './explainExpectation.ts';
import { suggestRemedy } from './suggestRemedy.ts';
import type { UnmetExpectation } from './unmetExpectations.ts';

/** An expectation of an interaction that AWS does not promise to meet, and the smallest event that breaks it. */
export interface Failure {
  readonly class: EventClass;
  readonly expectation: Expectation;
  readonly event: CasesEvent;
  /** All differences from the sample. */
  readonly differences: readonly Difference[];
  readonly facts: readonly Fact[];
  readonly todo: string;
  /** Whether the expectation is on every field of any type. */
  readonly isForEveryField: boolean;
  /** The reading of the event, if it is not the default one. */
  readonly reading?: { readonly question: string; readonly reading: string };
  readonly text: string;
}

/** Describes a fully shrunk unmet expectation; `title` names the interaction. */
export function describeProviderFailure(title: string, unmet: UnmetExpectation, domain: Domain): Failure {
  const { verificationCase, expectation } = unmet;
  const event = verificationCase.planned.event();
  const differences = listDifferences(verificationCase.planned.defaultSample(), event);
  const facts = explainExpectation(unmet);
  const remedy = suggestRemedy(expectation, verificationCase.ambiguity !== undefined, domain);
  const described = { class: classify(unmet), expectation, event, differences, facts, ...remedy };
  return {
    ...described,
    ...(verificationCase.ambiguity === undefined
      ? {}
      : { reading: { question: verificationCase.ambiguity.question, reading: verificationCase.ambiguity.reading } }),
    text: formatFailure(title, described, domain),
  };
}

/** An event that shrinks to the sample has class `sample`, wherever it came from; an unknown item stays `open`. */
function classify({ verificationCase: { planned } }: UnmetExpectation): EventClass {
  return planned.isSample && planned.itemType !== unknownItemType ? 'sample' : planned.class;
}

const MOST_LINES = 5;

function formatFailure(title: string, failure: Omit<Failure, 'text'>, domain: Domain): string {
  const { differences, expectation, facts, todo } = failure;
  const lines = fitLines(differences, MOST_LINES, (difference) => formatDifference(difference, domain));
  const none = differences.length === 0 ? ['nothing differs: it is the documented event of its type'] : [];
  return [
    `${title}: it expects what AWS does not promise (class ${failure.class}).`,
    ...formatSection(
      differences.length === 0
        ? 'The event is the sample itself'
        : `All that differs from the sample (${differences.length})`,
      [...none, ...lines],
    ),
    ...formatSection('What the pact expects', [formatExpectation(expectation)]),
    ...formatSection('Why AWS may send this', facts.slice(0, 3).map(formatFact)),
    ...formatSection('What to do', [todo]),
  ].join('\n');
}

/** The expectation on one line: texts of the events may be long. */
export function formatExpectation({ kind, path, words }: Expectation): string {
  return kind === 'presence' ? words : `${path}: ${shortenWords(words)}`;
}

const LONGEST = 200;

/** Pact's verifier prints values over several lines and in colours. */
function shortenWords(words: string): string {
  const line = words.replaceAll(COLOURS, '').replaceAll(/\s+/g, ' ');
  return shorten(line, LONGEST);
}

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
