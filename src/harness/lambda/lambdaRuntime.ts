import { realProcess, warn } from '../../../model/platform/realProcess.ts';

/**
 * The difference between Lambda's runtimes for Node.js. Up to Node.js 22 a function may answer by callback or context,
 * and a returned value counts only as a promise. From Node.js 24 on only the returned value counts
 * (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html, documented).
 */
export interface LambdaRuntime {
  readonly takesCallbacks: boolean;
}

/** The Lambda runtime for a Node version. */
export function resolveLambdaRuntime(nodeVersion: string): LambdaRuntime {
  return { takesCallbacks: Number(nodeVersion.split('.')[0]) < 24 };
}

/** The runtime of the current Node: the best guess for the handler. */
export const lambdaRuntime: LambdaRuntime = resolveLambdaRuntime(realProcess.versions.node);

const WARNED = Symbol.for('connect-cases-contracts: callback handlers');

/** Warns once per process that Lambda refuses a function with a callback on this Node. */
export function warnOfCallbacks({ takesCallbacks }: LambdaRuntime): void {
  const process = realProcess as NodeJS.Process & { [WARNED]?: true };
  if (takesCallbacks || process[WARNED]) return;
  process[WARNED] = true;
  warn(
    "The handler takes a callback, or answers by the context: Lambda's runtimes from Node.js 24 on refuse that. This run treats it as Node.js 22 does. Return a promise instead (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html).",
  );
}
