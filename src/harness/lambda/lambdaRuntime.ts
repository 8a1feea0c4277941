import { realProcess, warn } from '../../../model/platform/realProcess.ts';

/**
 * What differs between Lambda's runtimes for Node.js: up to Node.js 22 a function may answer by callback or context, and
 * what it returns counts only as a promise; from Node.js 24 on all that counts is what it returns
 * (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html, documented).
 */
export interface LambdaRuntime {
  readonly takesCallbacks: boolean;
}

/** The runtime of a Node. */
export function resolveLambdaRuntime(nodeVersion: string): LambdaRuntime {
  return { takesCallbacks: Number(nodeVersion.split('.')[0]) < 24 };
}

/** That of the Node we run on: the best guess of where the handler will run. */
export const lambdaRuntime: LambdaRuntime = resolveLambdaRuntime(realProcess.versions.node);

const WARNED = Symbol.for('connect-cases-contracts: callback handlers');

/** Says, once in a process, that Lambda refuses a function with a callback on this Node. */
export function warnOfCallbacks({ takesCallbacks }: LambdaRuntime): void {
  const process = realProcess as NodeJS.Process & { [WARNED]?: true };
  if (takesCallbacks || process[WARNED]) return;
  process[WARNED] = true;
  warn(
    "The handler takes a callback, or answers by the context: Lambda's runtimes from Node.js 24 on refuse that. It is judged as on Node.js 22. Return a promise instead (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html).",
  );
}
