import { shorten } from '../../../model/values/text.ts';
import { findConsumerFrame } from './findConsumerFrame.ts';
import { formatFrame } from './formatThrown.ts';
import { readPrintedError } from './readPrintedError.ts';

/** The most characters of a line. */
const LONGEST = 200;

/** The default number of texts. */
const USUAL = 4;

/** The last texts that a handler printed, at most four, a line each; below an error the line of the consumer's code. */
export function formatPrinted(printed: readonly string[], most: number = USUAL): string[] {
  const shownMost = Math.min(most, USUAL);
  const shown = printed.map((text) => text.trim()).filter((text) => text !== '');
  const omitted = shown.length - shownMost;
  return [
    ...(omitted > 0 ? [`(${omitted} before; CASES_LOG=all prints all)`] : []),
    ...shown.slice(-shownMost).flatMap(formatPrint),
  ];
}

function formatPrint(text: string): string[] {
  const [first = ''] = text.split('\n');
  const frames = readPrintedError(text)?.stack?.split('\n') ?? [];
  const frame = findConsumerFrame({ frames });
  return [shorten(first, LONGEST), ...(frame === undefined ? [] : [`  in ${formatFrame(frame)}`])];
}
