import { isOwnFrame } from '../../../model/values/callerStack.ts';
import { findConsumerFrame } from './findConsumerFrame.ts';
import { listErrorChain } from './listErrorChain.ts';

/**
 * Gives an error of ours the stack of its cause, if that leads to the consumer's code: a runner then shows the line
 * that failed. It omits our own frames.
 */
export function withConsumerFrames<Ours extends Error>(error: Ours, cause: unknown): Ours {
  const about = listErrorChain(cause).findLast((one) => findConsumerFrame(one) !== undefined);
  if (about === undefined) return error;
  const frames = about.frames.filter((frame) => !isOwnFrame(frame));
  error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n');
  return error;
}
