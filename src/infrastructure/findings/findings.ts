import type { Infrastructure } from '../model/infrastructure.ts';
import type { FunctionRoute } from '../route/route.ts';
import { attributePolicy } from './attributePolicy.ts';
import { batchingWindow } from './batchingWindow.ts';
import { disabledMapping, disabledProcessing, disabledRule, throttledFunction } from './disabled.ts';
import { encryptedReceiver, unknownKey } from './encryptedReceiver.ts';
import { fifoWithoutDeduplication, fifoWithoutGroup } from './fifoTarget.ts';
import { filterKeys } from './filterKeys.ts';
import { checkContext, type RouteCheck, type TemplateFinding } from './finding.ts';
import { foreignQueue } from './foreignQueue.ts';
import { ignoredReports } from './ignoredReports.ts';
import { missingPermission, missingTopicPermission, unknownPermission } from './missingPermission.ts';
import { misspeltProperty } from './misspeltProperty.ts';
import { noDeadLetters, unfitDeadLetters } from './noDeadLetters.ts';
import { otherBus } from './otherBus.ts';
import { sharedQueue } from './sharedQueue.ts';
import { scarceVisibility, shortVisibility, unknownVisibility } from './shortVisibility.ts';
import { undecidedSetting, unreadMacro } from './undecidedSetting.ts';
import { fifoTopic, streamWithoutRole, tooManyTargets } from './unfitTarget.ts';
import { unknownReceipts } from './unknownReceipts.ts';
import { wrongReference } from './wrongReference.ts';

/** Faults that lose events, or deliver them wrongly. */
const faults: readonly RouteCheck[] = [
  misspeltProperty,
  wrongReference,
  disabledRule,
  otherBus,
  missingPermission,
  missingTopicPermission,
  streamWithoutRole,
  fifoTopic,
  tooManyTargets,
  encryptedReceiver,
  fifoWithoutGroup,
  fifoWithoutDeduplication,
  attributePolicy,
  disabledMapping,
  disabledProcessing,
  throttledFunction,
  filterKeys,
  batchingWindow,
  sharedQueue,
  ignoredReports,
  noDeadLetters,
  unfitDeadLetters,
  shortVisibility,
  unknownReceipts,
];

/** What AWS advises, and what the template does not decide. */
const advised: readonly RouteCheck[] = [
  scarceVisibility,
  unknownVisibility,
  unknownPermission,
  unknownKey,
  undecidedSetting,
  unreadMacro,
  foreignQueue,
];

/** The findings of some routes, each once. */
export function listFindings(
  routes: readonly FunctionRoute[],
  infrastructure: Infrastructure,
): readonly TemplateFinding[] {
  return runChecks(faults, routes, infrastructure);
}

/** Where the routes do not follow the advice of AWS, or lead out of the template. */
export function listAdvice(
  routes: readonly FunctionRoute[],
  infrastructure: Infrastructure,
): readonly TemplateFinding[] {
  return runChecks(advised, routes, infrastructure);
}

function runChecks(
  checks: readonly RouteCheck[],
  routes: readonly FunctionRoute[],
  infrastructure: Infrastructure,
): readonly TemplateFinding[] {
  const context = checkContext(infrastructure);
  const found = checks.flatMap((check) => routes.flatMap((route) => check(route, context) ?? []));
  return [...new Map(found.map((finding) => [finding.what, finding])).values()];
}
