import { hadEffect, type LoggedCall } from '../../downstream/loggedCall.ts';
import type { CallMask } from '../observation/callMask.ts';
import type { PlayedDelivery } from '../play/playedDelivery.ts';

/** A call marked `once` that took effect more often than in the clean delivery. */
export function findDoubled(clean: PlayedDelivery, played: PlayedDelivery, mask: CallMask): LoggedCall | undefined {
  const usual = countOnce(clean.made ?? [], mask);
  const received = countOnce(played.made ?? [], mask);
  for (const [text, { call, count }] of received) {
    if (count > Math.max(1, usual.get(text)?.count ?? 0)) return call;
  }
  return undefined;
}

interface Counted {
  readonly call: LoggedCall;
  readonly count: number;
}

function countOnce(calls: readonly LoggedCall[], mask: CallMask): ReadonlyMap<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const call of calls.filter((one) => one.once && hadEffect(one))) {
    const text = mask.format(call);
    counted.set(text, { call, count: (counted.get(text)?.count ?? 0) + 1 });
  }
  return counted;
}
