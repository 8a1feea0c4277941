import '../../arbitraries/fastCheckInstalled.ts';
import { Buffer } from 'node:buffer';
import { fixtureStream, type StreamOptions } from '../../arbitraries/fixtureStream.ts';
import { now } from '../../model/platform/realProcess.ts';
import { type EnvelopeName, inEnvelope } from './envelope.ts';
import { Progress } from './progress.ts';
import { ReaderGone, type Sink } from './sinks.ts';

/** What was written. */
export interface Generated {
  readonly events: number;
  /** With the line ends. */
  readonly bytes: number;
  /** The reader wanted no more. */
  readonly stopped?: true;
}

/** Where events go, and how. */
export interface Destination {
  readonly envelope: EnvelopeName;
  /** Called when all options are known to be sound. */
  readonly open: () => Sink;
  /** Whether progress is shown. */
  readonly shown: boolean;
}

/** The process was asked to end. */
export class Interrupted extends Error {
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`Stopped by ${signal}.`);
    this.signal = signal;
  }
}

/** Characters that are written at once: enough that writing costs little, few enough that memory stays flat. */
const CHUNK = 256 * 1024;

/**
 * Writes fixtures as NDJSON, one event a line.
 * @throws InvalidArgumentError for what no event can have
 * @throws Interrupted when a signal came; nothing is kept then
 */
export async function generate(options: StreamOptions, { envelope, open, shown }: Destination): Promise<Generated> {
  const events = fixtureStream(options);
  // From here on: a signal between the file's beginning and the first look for one would leave it behind.
  const signals = listen();
  const sink = opened(open, signals);
  const progress = new Progress(shown);
  const written = { events: 0, bytes: 0 };
  let text = '';
  let waiting = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(text);
    text = '';
    // A reader may keep it waiting for long.
    await Promise.race([sink.write(bytes), signals.came]);
    written.bytes += bytes.length;
    written.events += waiting;
    waiting = 0;
    progress.show(() => progressWords(written, options));
    await signals.heard();
  };
  try {
    for (const event of events) {
      text += `${JSON.stringify(inEnvelope(envelope, event))}\n`;
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

/** How many events a shard will have is not known: that depends on which kinds can have the size. */
function progressWords({ events, bytes }: { events: number; bytes: number }, { count, shard }: StreamOptions): string {
  const of = shard.of === 1 ? ` of ${count.toLocaleString('en')}` : '';
  const size = (bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 0 });
  return `${events.toLocaleString('en')}${of} events, ${size} MB`;
}

function opened(open: () => Sink, signals: Signals): Sink {
  try {
    return open();
  } catch (error) {
    signals.end();
    throw error;
  }
}

interface Signals {
  /** Rejects when one came. */
  readonly came: Promise<never>;
  /** Throws when one came. */
  heard(): Promise<void>;
  end(): void;
}

/** Hears signals between two chunks, so that what was begun can be taken away. */
function listen(): Signals {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let signal: NodeJS.Signals | undefined;
  let looked = now();
  let reject: (reason: Interrupted) => void = () => {};
  const came = new Promise<never>((_, rejected) => {
    reject = rejected;
  });
  // It may come when nobody waits for it.
  came.catch(() => {});
  const note = (name: NodeJS.Signals): void => {
    signal = name;
    reject(new Interrupted(name));
  };
  for (const name of names) process.on(name, note);
  return {
    came,
    heard: async () => {
      // Signals are told when the loop turns, which costs a little.
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
