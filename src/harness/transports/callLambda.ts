import { findFailure } from '../checks/checks.ts';
import { UnfitAnswer } from '../checks/unfitAnswer.ts';
import type { Answered } from '../lambda/firstAnswer.ts';
import { invoke, type Lambda } from '../lambda/invoke.ts';
import { getCurrentCall } from '../lambda/tracedCall.ts';

/**
 * Calls a Lambda function as Lambda does, as part of the current call. The caller keeps its own context.
 * @throws UnfitAnswer for an answer that Lambda refuses
 */
export async function callLambda(lambdaHandler: Lambda, event: object, context: object = {}): Promise<Answered> {
  const answered = await invoke(lambdaHandler, event, (ways) => ({ ...context, ...ways }), getCurrentCall());
  const failure = findFailure({ result: answered.result });
  if (failure !== undefined) throw new UnfitAnswer(failure);
  return answered;
}
