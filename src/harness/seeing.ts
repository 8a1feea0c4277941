import type { Read } from '../event/paths.ts';
import { whileParsed } from './parsedTexts.ts';
import { recordingView } from './recordingView.ts';
import type { HandlerFailure } from './runHandler.ts';
import { BatchLook } from './transports/batchLook.ts';
import type { Transport } from './transports/transport.ts';

/** What a handler read of one event. */
export interface Seen {
  readonly failure: HandlerFailure | undefined;
  /** Whether it is known what it reads: behind a transport it may read the text in a way of its own. */
  readonly known: boolean;
  /** Whether it has parsed the event, which behind a transport is a text at first. */
  readonly parsed: boolean;
  readonly mistake: Mistake | undefined;
  touched(read: Read): boolean;
}

/** What a handler is written for, and did not get. */
export type Mistake = 'expects an event' | 'expects a batch' | 'expects a batch of Firehose';

/**
 * Plays one event so that what is read of it is noted.
 * @param make makes the event, each time a new object
 * @param copied whether the handler gets copies in place of proxies, which can be cloned
 */
export function seeing(
  make: () => object,
  transport: Transport | undefined,
  play: Play,
  copied: boolean = false,
): Promise<Seen> {
  return transport === undefined ? seeingEvent(make, play, copied) : seeingBatch(make, transport, play, copied);
}

/** Calls a handler with an event; `again` makes an equal one, to see whether it was changed. */
type Play = (event: object, again: () => object) => Promise<HandlerFailure | undefined>;

async function seeingEvent(make: () => object, play: Play, copied: boolean): Promise<Seen> {
  const { event, touched } = recordingView(make(), copied);
  const failure = await play(event, () => event);
  return { failure, touched, known: true, parsed: true, mistake: expectsBatch(touched) };
}

async function seeingBatch(make: () => object, { name }: Transport, play: Play, copied: boolean): Promise<Seen> {
  const event = make();
  // Made before: to make it may be to parse it.
  const equal = make();
  const batch = new BatchLook(event, copied);
  const failure = await whileParsed(
    JSON.stringify(event),
    (parsed) => batch.parsed(parsed),
    () => play(event, () => equal),
  );
  const touched = (read: Read): boolean => batch.touched(read);
  const expectsEvent = batch.takesBatchForEvent ? ('expects an event' as const) : undefined;
  const mistake = name === 'lambda' ? expectsBatch(touched) : expectsEvent;
  return { failure, touched, known: batch.known, parsed: batch.opened, mistake };
}

/** Whether of an event nothing is read but what only a batch has. */
function expectsBatch(touched: (read: Read) => boolean): Mistake | undefined {
  const reads = (key: string): boolean => touched({ path: key, steps: [key] });
  if (envelope.some(reads)) return undefined;
  if (reads('Records')) return 'expects a batch';
  return reads('records') ? 'expects a batch of Firehose' : undefined;
}

const envelope = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'detail'];
