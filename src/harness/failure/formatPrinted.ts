import { shorten } from '../../../model/values/text.ts';
import { findConsumerFrame } from './findConsumerFrame.ts';
import { formatFrame } from './formatThrown.ts';
import { readPrintedError } from './readPrintedError.ts';

/** The most prints in a report, the last ones, and the most characters of a line. */
const MOST = 4;
const LONGEST = 200;

/** The last texts that a handler printed, a line each; below an error the line of the consumer's code. */
export function formatPrinted(printed: readonly string[]): string[] {
  const shown = printed.map((text) => text.trim()).filter((text) => text !== '');
  const omitted = shown.length - MOST;
  return [
    ...(omitted > 0 ? [`(${omitted} before; CASES_LOG=all prints all)`] : []),
    ...shown.slice(-MOST).flatMap(formatPrint),
  ];
}

function formatPrint(text: string): string[] {
  const [first = ''] = text.split('\n');
  const frames = readPrintedError(text)?.stack?.split('\n') ?? [];
  const frame = findConsumerFrame({ frames });
  return [shorten(first, LONGEST), ...(frame === undefined ? [] : [`  in ${formatFrame(frame)}`])];
}
