import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import { getMember } from '../values/getMember.ts';
import { type Resolved, Unresolved } from '../values/resolved.ts';
import type { Address, Queue } from './infrastructure.ts';

/** The dead-letter queue that a redrive policy names, and whether the queue itself may be one. */
export function readRedrive(
  policy: Resolved,
  allowPolicy: Resolved,
  locate: (value: Resolved) => Address,
): Pick<Queue, 'deadLetters' | 'deadLettersFault' | 'refusesRedrive'> {
  const arn = getMember(policy, 'deadLetterTargetArn');
  const allowed = typeof allowPolicy === 'string' ? (parseIfJson(allowPolicy) as Resolved) : allowPolicy;
  return {
    ...(arn === undefined ? {} : { deadLetters: locate(arn) }),
    ...(arn instanceof Unresolved && arn.isFault ? { deadLettersFault: arn.because } : {}),
    refusesRedrive: getMember(allowed, 'redrivePermission') === 'denyAll',
  };
}
