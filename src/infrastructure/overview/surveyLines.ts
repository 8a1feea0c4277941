import type { Domain } from '../../../model/domain/domain.ts';
import { joinSentences } from '../../../model/values/text.ts';
import type { Outcome, Survey } from './surveyRoutes.ts';

/** A survey as a table: one row for each kind of event, one column for each way. */
export function surveyLines(
  { rows, routes, unread }: Survey,
  { domainId, accountId, region }: Pick<Domain, 'domainId' | 'accountId' | 'region'>,
): readonly string[] {
  const names = rows.map(({ name, isDocumented }) => `${name}${isDocumented ? '' : ' *'}`);
  const table = [
    ['', ...routes.map((_, index) => String(index + 1))],
    ...rows.map(({ name }, index) => [
      names[index] as string,
      ...routes.map(({ events }) => writeOutcome(events[name])),
    ]),
  ];
  const findings = routes.flatMap(({ findings: own }, index) =>
    own.map(({ where, what, why, todo }) => `${index + 1}  ${where}: ${joinSentences([what, why, todo])}`),
  );
  const played = `The played events are of the domain ${domainId} in the account ${accountId} and the Region ${region}`;
  const empty = routes.flatMap(({ events, state, findings: own }, index) =>
    state !== 'DISABLED' && Object.values(events).every((outcome) => outcome === 'none')
      ? [
          own.some(({ where }) => /filter/i.test(where))
            ? `${index + 1}  No event gets through: see the finding about its filter.`
            : `${index + 1}  No event gets through. ${played}: choose yours with --domain.`,
        ]
      : [],
  );
  return [
    ...routes.map(
      ({ way, state }, index) => `${index + 1}  ${way.join(' → ')}${state === 'ENABLED' ? '' : ` (${state})`}`,
    ),
    '',
    ...alignColumns(table),
    '',
    '* AWS documents another spelling of this event type, and may write this one.',
    ...(empty.length + findings.length === 0 ? [] : ['', ...empty, ...findings]),
    ...(unread.length === 0 ? [] : ['', ...unread.map((what) => `Not read: ${what}.`)]),
  ];
}

function writeOutcome(outcome: Outcome | undefined): string {
  if (outcome === undefined || outcome === 'none') return '-';
  if (outcome === 'all') return 'yes';
  return outcome === 'some' ? 'some' : `only ${outcome.only.join(', ')}`;
}

function alignColumns(table: readonly (readonly string[])[]): readonly string[] {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
