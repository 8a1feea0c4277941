import { path } from '../../../model/platform/nodeModules.ts';
import { show } from '../../../model/values/invalidArgument.ts';
import { shorten } from '../../../model/values/text.ts';
import { findConsumerFrame } from './findConsumerFrame.ts';
import { listErrorChain } from './listErrorChain.ts';
import type { ReadError } from './readError.ts';

/**
 * The thrown error, the innermost error that it wraps, and the consumer's line.
 * @param isEnd the first frame, from the inside, that no longer belongs to the consumer's part
 */
export function formatThrown(error: unknown, isEnd: (frame: string) => boolean = () => false): string[] {
  const chain = listErrorChain(error);
  const [outermost] = chain;
  if (outermost === undefined) return [`It threw ${show(error)}, which is not an Error and has no stack.`];
  const innermost = chain.at(-1) as (typeof chain)[number];
  const frame = chain
    .toReversed()
    .map(({ frames }) => findConsumerFrame({ frames: cutFrames(frames, isEnd) }))
    .find((one) => one !== undefined);
  const listed = chain.find(({ beside }) => beside > 0);
  const first = listed === undefined ? '' : ` (the first of ${listed.beside + 1})`;
  return [
    nameAndMessage(outermost, 300),
    ...(chain.length === 1 ? [] : [`caused by ${nameAndMessage(innermost, 300)}${first}`]),
    ...(frame === undefined ? [] : [`in ${formatFrame(frame)}`]),
  ];
}

function cutFrames(frames: readonly string[], isEnd: (frame: string) => boolean): readonly string[] {
  const end = frames.findIndex(isEnd);
  return end === -1 ? frames : frames.slice(0, end);
}

/** The innermost error in a few words of one line. */
export function summarizeThrown(error: unknown): string {
  const chain = listErrorChain(error);
  const [outermost] = chain;
  const innermost = chain.at(-1);
  if (outermost === undefined || innermost === undefined) return shorten(show(error), 120);
  return `${nameAndMessage(innermost, 120)}${chain.length === 1 ? '' : ` (in ${shorten(outermost.name, 60)})`}`;
}

/** A frame's function, if it has a name, and its place, relative to the working directory if below it. */
export function formatFrame(frame: string): string {
  const text = frame.trim().replace(/^at /, '').replace('file://', '').replace(`${process.cwd()}${path.sep}`, '');
  const [, name = '', place = ''] = /^(.+?) \((.*)\)$/.exec(text) ?? [];
  return INVENTED.test(name) ? place : text;
}

/**
 * Names that V8 invents for functions without one, from the code around them: `c.verifyDelivery.reset`. What a module
 * exports does have its name there.
 */
const INVENTED = /<anonymous>|^(?:async )?(?!(?:module\.)?exports\.)[a-z_$][\w$]*\./;

function nameAndMessage({ name, message }: ReadError, most: number): string {
  const [first = '', ...others] = message.split('\n');
  const line = first === '' ? name : `${name}: ${first}`;
  return shorten(others.length === 0 ? line : `${line}${closeBrackets(first)}`, most);
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What closes the brackets that the first line of a message opens: ` …)`; empty if it opens none. */
function closeBrackets(line: string): string {
  const open: string[] = [];
  for (const character of line) {
    const close = closing[character];
    if (close !== undefined) open.unshift(close);
    else if (character === open[0]) open.shift();
  }
  return open.length === 0 ? '' : ` …${open.join('')}`;
}
