import { toOneLine } from '../../../model/platform/escapeControls.ts';
import { showCount } from '../../../model/values/show/showCount.ts';
import { fails, type Verdict } from '../../provider/findings/verdict.ts';
import type { ProviderResult } from '../../provider/verifyProvider.ts';

/** The result of a pact, for people: each failure, and one summary line. */
export function formatPactLines(finished: ProviderResult['pacts'][number]): string[] {
  const { pact, verdicts, published, problem, publishProblem } = finished;
  const [consumer, source] = [toOneLine(pact.consumer), toOneLine(pact.source)];
  const failing = verdicts.filter(fails).length;
  const events = verdicts.reduce((sum, verdict) => sum + verdict.events, 0);
  const outcome =
    failing === 0
      ? `${showCount(verdicts.length, 'interaction')} ${verdicts.length === 1 ? 'holds' : 'hold'}`
      : `${failing} of ${showCount(verdicts.length, 'interaction')} ${failing === 1 ? 'does' : 'do'} not hold`;
  const why = problem ?? publishProblem;
  const whole =
    problem === undefined
      ? `${outcome}, ${showCount(events, 'event')}${published ? ', published' : ''}${publishProblem === undefined ? '' : ', not published'}`
      : 'not verified';
  return [
    ...verdicts.flatMap(formatVerdict),
    ...(why === undefined ? [] : [`${consumer}: ${why}`, '']),
    `${consumer} (${source}): ${whole}`,
  ];
}

/** The warnings about a pact; a warning about several interactions appears once. */
export function formatWarningLines({ pact, verdicts }: ProviderResult['pacts'][number]): string[] {
  const titles = new Map<string, string[]>();
  for (const { title, warnings } of verdicts) {
    for (const what of warnings) titles.set(what, [...(titles.get(what) ?? []), title]);
  }
  return [...titles].map(([what, [first, ...others]]) => {
    const more =
      others.length === 0
        ? ''
        : ` (and ${showCount(others.length, 'more interaction')} of ${toOneLine(pact.consumer)})`;
    return `${first}${more}: ${what}`;
  });
}

function formatVerdict({ title, interaction, failures, more, recorded, refused }: Verdict): string[] {
  const texts = [
    ...(refused === undefined ? [] : [`${title}: it cannot be verified: ${refused}.`]),
    ...failures.map(({ text }) => text),
    ...(more.length === 0
      ? []
      : [`${title}: it expects ${more.length} more that AWS does not promise, at ${more.join(', ')}.`]),
    ...recorded.map((line) => `${line}.`),
  ];
  const note =
    interaction.pending && texts.length > 0 ? [`${title}: it is pending, so this does not fail the command.`] : [];
  return [...texts, ...note].flatMap((text) => [text, '']);
}
