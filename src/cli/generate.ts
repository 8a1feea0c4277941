import '../../arbitraries/fastCheckInstalled.ts';
import { Buffer } from 'node:buffer';
import { fixtureStream, type StreamOptions } from '../../arbitraries/fixtureStream.ts';
import { now } from '../../model/platform/realProcess.ts';
import { type EnvelopeName, wrapInEnvelope } from './envelope.ts';
import { Progress } from './output/progress.ts';
import { ReaderGone, type Sink } from './output/sinks.ts';

/** The result of {@link generate}. */
export interface Generated {
  readonly events: number;
  /** Including line ends. */
  readonly bytes: number;
  /** Whether the reader stopped early. */
  readonly stopped?: true;
}

/** Where events go, and in which form. */
export interface Destination {
  readonly envelope: EnvelopeName;
  /** Called after all options are checked. */
  readonly open: () => Sink;
  /** Whether progress is shown. */
  readonly shown: boolean;
}

/** Thrown if a signal asked the process to end. */
export class Interrupted extends Error {
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`Stopped by ${signal}.`);
    this.signal = signal;
  }
}

/** Characters written at once: enough for cheap writes, few enough for constant memory. */
const CHUNK = 256 * 1024;

/**
 * Writes fixtures as NDJSON, one event per line.
 * @throws InvalidArgumentError for impossible values
 * @throws Interrupted after a signal; it then keeps nothing
 */
export async function generate(options: StreamOptions, { envelope, open, shown }: Destination): Promise<Generated> {
  const events = fixtureStream(options);
  // Before the file is opened: a signal in between would leave it behind.
  const signals = listen();
  const sink = openSink(open, signals);
  const progress = new Progress(shown);
  const written = { events: 0, bytes: 0 };
  let text = '';
  let waiting = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(text);
    text = '';
    // A slow reader may block it for long.
    await Promise.race([sink.write(bytes), signals.came]);
    written.bytes += bytes.length;
    written.events += waiting;
    waiting = 0;
    progress.show(() => formatProgress(written, options));
    await signals.heard();
  };
  try {
    for (const event of events) {
      text += `${JSON.stringify(wrapInEnvelope(envelope, event))}\n`;
      waiting++;
      if (text.length >= CHUNK) await flush();
    }
    await flush();
    sink.finish();
    return written;
  } catch (error) {
    if (error instanceof ReaderGone) return { ...written, stopped: true };
    sink.abandon();
    throw error;
  } finally {
    progress.end();
    signals.end();
  }
}

/** A shard's number of events is unknown: it depends on which kinds can have the size. */
function formatProgress({ events, bytes }: { events: number; bytes: number }, { count, shard }: StreamOptions): string {
  const of = shard.of === 1 ? ` of ${count.toLocaleString('en')}` : '';
  const size = (bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 0 });
  return `${events.toLocaleString('en')}${of} events, ${size} MB`;
}

function openSink(open: () => Sink, signals: Signals): Sink {
  try {
    return open();
  } catch (error) {
    signals.end();
    throw error;
  }
}

interface Signals {
  /** Rejects after a signal. */
  readonly came: Promise<never>;
  /** Throws after a signal. */
  heard(): Promise<void>;
  end(): void;
}

/** Notices signals between two chunks, so that unfinished output can be removed. */
function listen(): Signals {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let signal: NodeJS.Signals | undefined;
  let looked = now();
  let reject: (reason: Interrupted) => void = () => {};
  const came = new Promise<never>((_, rejected) => {
    reject = rejected;
  });
  // It may reject while nobody waits for it.
  came.catch(() => {});
  const note = (name: NodeJS.Signals): void => {
    signal = name;
    reject(new Interrupted(name));
  };
  for (const name of names) process.on(name, note);
  return {
    came,
    heard: async () => {
      // Signals arrive when the event loop turns, which costs a little.
      if (now() - looked > 50) await new Promise(setImmediate);
      else return;
      looked = now();
      if (signal !== undefined) throw new Interrupted(signal);
    },
    end: () => {
      for (const name of names) process.off(name, note);
    },
  };
}
