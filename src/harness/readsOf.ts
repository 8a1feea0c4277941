import type { ContractOptions } from '../../contracts/contractsFor.ts';
import type { Table } from '../../contracts/table.ts';
import { type Domain, requireDomain } from '../../model/domain/domain.ts';
import { eventTypes } from '../../model/facts/eventTypes.ts';
import { InvalidArgumentError, requireKnownKeys } from '../../model/values/invalidArgument.ts';
// Loaded with the entry: it keeps the timers before a test replaces them.
import '../../model/platform/realProcess.ts';
import { withCaller } from './failure/withCaller.ts';
import { requireFunction } from './lambda/requireFunction.ts';
import type { Handler } from './lambda/runHandler.ts';
import { refuseVia } from './run/refuseVia.ts';
import { resolveOptions, type VerifyOptions } from './run/runOptions.ts';

/** Options of {@link readsOf}. */
export interface ReadsOptions<D extends Domain>
  extends Pick<VerifyOptions, 'downstream' | 'observe' | 'reset' | 'timeout'> {
  /** The domain whose events the handler gets. */
  readonly domain: D;
  /** The EventBridge rule before the handler, as `contractsFor` takes it. */
  readonly rule?: ContractOptions<D>['rule'];
  /** The transport before the handler: `viaSqs`, or a function that calls it with options. */
  readonly via?: ((handler: never) => Handler) | undefined;
}

const names = ['domain', 'rule', 'via', 'reset', 'downstream', 'observe', 'timeout'];

/**
 * The table of what a handler reads: it plays events of all types to the handler, as `verify` does, and returns the
 * rows that `verify` accepts. It writes nothing. The rows show what the handler reads now, not what it should read.
 * @throws InvalidArgumentError for wrong arguments, and for a handler that is written for another invocation; Error for
 * one that fails on a sample, or that reads nothing of any event
 */
export async function readsOf<D extends Domain>(handler: Handler, options: ReadsOptions<D>): Promise<Table<D>> {
  const example = 'const table = await readsOf(handler, { domain })';
  return (await withCaller({ called: readsOf, name: 'readsOf', example }, () =>
    readTable(handler, options),
  )) as Table<D>;
}

async function readTable(handler: Handler, options: ReadsOptions<Domain>): Promise<object> {
  requireFunction(handler, {
    argument: 'handler',
    allowed: 'the function that Lambda calls',
    todo: 'Import it by its name, as the Lambda configuration names it',
    giving: (code) => `readsOf(${code}, { domain })`,
  });
  refuseVia(handler);
  requireKnownKeys('options', options, names);
  const { domain, rule, via, ...rest } = options;
  const reader = {
    handler: via === undefined ? handler : connect(via, handler),
    options: resolveOptions(rest),
    domain: requireDomain(domain),
    rule,
  };
  // Generators and harness are most of the package: they load on demand.
  const [{ readRow }, { readsNothing, toTableValue }] = await Promise.all([
    import('./reads/table/readRow.ts'),
    import('./reads/table/typeRow.ts'),
  ]);
  const rows = [];
  for (const eventType of eventTypes) rows.push([eventType, await readRow(eventType, reader)] as const);
  if (rows.every(([, row]) => row === 'undelivered' || readsNothing(row))) throw new Error(NOTHING);
  return Object.fromEntries(rows.map(([eventType, row]) => [eventType, toTableValue(row)]));
}

const NOTHING =
  'readsOf: the handler reads nothing of any event, or nothing that comes out depends on what it reads. Does it know the event types, such as "CASE.CREATED"? Behind a queue, give via: viaSqs. If it runs in another process, give observe or downstream, which show what it does.';

function connect(via: unknown, handler: Handler): Handler {
  const connected: unknown = typeof via === 'function' ? via(handler) : undefined;
  if (typeof connected === 'function') return connected as Handler;
  throw new InvalidArgumentError({
    argument: 'options.via',
    received: via,
    allowed:
      'viaSqs or another via… function, or a function that calls it: (handler) => viaSqs(handler, { batchSize: 5 })',
  });
}
