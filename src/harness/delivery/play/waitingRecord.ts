import type { Domain } from '../../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { copySeed, type Message, makeMessage } from '../../transports/message.ts';
import type { Transport } from '../../transports/transport.ts';
import type { Arrival } from '../faults/arrivals.ts';
import { makeContent } from '../faults/poison.ts';

/** An arrival on its way to the function, and its message. */
export interface WaitingRecord {
  readonly arrival: Arrival;
  readonly message: Message;
}

/** The time of sending for poison. */
const SENT = Date.UTC(2024, 0, 15, 9, 30);

/** Makes the records of one delivery, in the order of sending. */
export class RecordMaker {
  readonly #history: readonly CasesEvent[];
  readonly #domain: Domain;
  readonly #transport: Pick<Transport, 'input'>;
  #sequence = 0;
  /** The number of times that each event was sent. */
  readonly #copies = new Map<number, number>();

  constructor(history: readonly CasesEvent[], domain: Domain, transport: Pick<Transport, 'input'>) {
    this.#history = history;
    this.#domain = domain;
    this.#transport = transport;
  }

  /** The record of the next arrival. */
  make(arrival: Arrival): WaitingRecord {
    const { accountId: account, region } = this.#domain;
    const write = this.#transport.input?.write ?? JSON.stringify;
    const sequence = this.#sequence++;
    const content = makeContent(arrival, this.#history, this.#domain);
    if ('event' in arrival) {
      const message = makeMessage(content as CasesEvent, write);
      const copy = (this.#copies.get(arrival.event) ?? 0) + 1;
      this.#copies.set(arrival.event, copy);
      return { arrival, message: { ...message, seed: copySeed(message.seed, copy), sequence } };
    }
    const body = typeof content === 'string' ? content : write(content as object);
    const seed = `poison ${arrival.poison} ${arrival.number}`;
    return { arrival, message: { body, seed, sentAt: SENT, sequence, receiveCount: 1, account, region } };
  }
}

/** The same record, received once more. */
export function receiveAgain({ arrival, message }: WaitingRecord): WaitingRecord {
  return { arrival, message: { ...message, receiveCount: message.receiveCount + 1 } };
}
