import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import { show } from '../../../model/values/invalidArgument.ts';
import { formatThrown } from '../failure/formatThrown.ts';
import { listErrorChain } from '../failure/listErrorChain.ts';
import type { Check } from './check.ts';

const { stripVTControlCharacters } = loadNodeModule('node:util');

/** The most lines of an assertion's message. */
const MOST_LINES = 8;

/** The consumer's own `expect` refuses what the handler did. */
export const unexpected: Check<'unexpected'> = {
  name: 'unexpected',
  headline: 'gave a result that options.expect refuses',
  brief: ({ error }) => formatRefusal(error)[0] ?? 'options.expect returned false',
  lines: ({ error, returned }) => (returned === false ? ['options.expect returned false.'] : formatRefusal(error)),
  facts: () => [],
  check: ({ refused }) => refused && { kind: 'unexpected', ...refused },
};

/** The message of an assertion, line by line, and the consumer's line. */
function formatRefusal(error: unknown): string[] {
  const [outermost] = listErrorChain(error);
  if (outermost === undefined) {
    return [`options.expect threw ${show(error)}, which is not an Error. Throw an Error that says what is wrong.`];
  }
  const text = stripVTControlCharacters(`${outermost.name}: ${outermost.message}`);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const place = formatThrown(error).filter((line) => line.startsWith('in '));
  return [...lines.slice(0, MOST_LINES), ...place.slice(-1)];
}
