import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import { InvalidArgumentError, requireKnownKeys } from '../../../model/values/invalidArgument.ts';
import {
  type AnyFunction,
  type DescribedCall,
  findWatched,
  makeWatchedFunction,
  type WatchedFunction,
} from './watchedFunction.ts';
import type { SdkClient, WatchClientOptions, Watching, WatchOptions } from './watching.ts';

const { isPromise } = loadNodeModule('node:util').types;

/** Makes `watch` and `watchClient`; `note` learns each function that they watch. */
export function makeWatching(note: (watched: WatchedFunction) => void): Watching {
  return {
    watch<Of extends AnyFunction>(work: Of, options: WatchOptions = {}): Of {
      const watched = watchFunction(work, options);
      note(findWatched(watched) as WatchedFunction);
      return watched;
    },
    watchClient<Of extends SdkClient>(client: Of, options: WatchClientOptions = {}): Of {
      const send = watchSend(client, options);
      note(findWatched(send) as WatchedFunction);
      client.send = send;
      return client;
    },
  };
}

function watchFunction<Of extends AnyFunction>(work: Of, options: WatchOptions): Of {
  if (typeof work !== 'function') {
    throw new InvalidArgumentError({
      argument: 'the first argument of watch',
      received: work,
      allowed: 'a function that the handler calls',
      todo: adviseOnNoFunction(work),
    });
  }
  requireKnownKeys('the options of watch', options, ['once', 'name']);
  const { once = false, name = readName(work) } = options;
  if (typeof once !== 'boolean') {
    throw new InvalidArgumentError({ argument: 'once, an option of watch,', received: once, allowed: 'true or false' });
  }
  if (typeof name !== 'string' || name === '') {
    throw new InvalidArgumentError({ argument: 'name, an option of watch,', received: name, allowed: 'a text' });
  }
  const describe = (args: readonly unknown[]): DescribedCall => {
    const command = describeCommand(args[0]);
    return { args, ...command, name: options.name ?? command?.name ?? name, once };
  };
  return makeWatchedFunction(work, JSON.stringify([once, options.name ?? null]), describe);
}

function adviseOnNoFunction(received: unknown): string {
  if (isSdkClient(received)) return 'It is a client of the AWS SDK v3: write watchClient(client)';
  return isPromise(received) ? 'Watch the function that returns the promise: client.put = watch(client.put)' : '';
}

function watchSend(client: SdkClient, options: WatchClientOptions): SdkClient['send'] {
  if (!isSdkClient(client)) {
    throw new InvalidArgumentError({
      argument: 'the first argument of watchClient',
      received: client,
      allowed: 'a client of the AWS SDK v3: an object with a function send',
      todo: 'Watch the functions of any other client one by one: client.put = watch(client.put)',
    });
  }
  requireKnownKeys('the options of watchClient', options, ['once']);
  const { once = [] } = options;
  if (!Array.isArray(once) || once.some((name) => typeof name !== 'string')) {
    throw new InvalidArgumentError({
      argument: 'once, an option of watchClient,',
      received: once,
      allowed: 'a list with the names of commands, such as ["SendEmailCommand"]',
    });
  }
  const describe = ([command]: readonly unknown[]): DescribedCall => {
    const described = describeCommand(command) ?? { name: 'send', args: [command] };
    return { ...described, once: once.includes(described.name) };
  };
  return makeWatchedFunction(client.send, JSON.stringify(once), describe, {
    target: client,
    takesCallback: true,
    marked: once,
  });
}

/** The name of a command of the AWS SDK v3, and its input; undefined for anything else. */
function describeCommand(command: unknown): Pick<DescribedCall, 'args' | 'name'> | undefined {
  if (typeof command !== 'object' || command === null || !('input' in command)) return undefined;
  const { name } = command.constructor;
  return /Command$/.test(name) ? { name, args: [command.input] } : undefined;
}

function readName(work: AnyFunction): string {
  return work.name.replace(/^bound /, '') || 'a function';
}

function isSdkClient(value: unknown): value is SdkClient {
  return typeof value === 'object' && value !== null && typeof (value as { send?: unknown }).send === 'function';
}
