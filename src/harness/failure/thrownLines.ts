import { path } from '../../../model/platform/nodeModules.ts';
import { show } from '../../../model/values/invalidArgument.ts';
import { shorten } from '../../../model/values/text.ts';
import { consumerFrame } from './consumerFrame.ts';
import { errorChain } from './errorChain.ts';
import type { ReadError } from './readError.ts';

/** The thrown error, the innermost error that it wraps, and the consumer's line. */
export function thrownLines(error: unknown): string[] {
  const chain = errorChain(error);
  const [outermost] = chain;
  if (outermost === undefined) return [`It threw ${show(error)}, which is not an Error and has no stack.`];
  const innermost = chain.at(-1) as (typeof chain)[number];
  const frame = chain
    .toReversed()
    .map(consumerFrame)
    .find((one) => one !== undefined);
  const listed = chain.find(({ beside }) => beside > 0);
  const first = listed === undefined ? '' : ` (the first of ${listed.beside + 1})`;
  return [
    nameAndMessage(outermost, 300),
    ...(chain.length === 1 ? [] : [`caused by ${nameAndMessage(innermost, 300)}${first}`]),
    ...(frame === undefined ? [] : [`in ${placeIn(frame)}`]),
  ];
}

/** The innermost error in a few words of one line. */
export function thrownWords(error: unknown): string {
  const chain = errorChain(error);
  const [outermost] = chain;
  const innermost = chain.at(-1);
  if (outermost === undefined || innermost === undefined) return shorten(show(error), 120);
  return `${nameAndMessage(innermost, 120)}${chain.length === 1 ? '' : ` (in ${shorten(outermost.name, 60)})`}`;
}

/** A frame's function and place, relative to the working directory if below it. */
function placeIn(frame: string): string {
  return frame.trim().replace(/^at /, '').replace('file://', '').replace(`${process.cwd()}${path.sep}`, '');
}

function nameAndMessage({ name, message }: ReadError, most: number): string {
  const [first = ''] = message.split('\n');
  return shorten(first === '' ? name : `${name}: ${first}`, most);
}
