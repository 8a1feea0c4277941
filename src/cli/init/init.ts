import { existsSync } from 'node:fs';
import path from 'node:path';
import { requireConsumerName } from '../../../contracts/consumerName.ts';
import { readFileText } from '../../../model/platform/readFileText.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import type { Downstream } from '../../harness/downstream/watching.ts';
import type { Handler } from '../../harness/lambda/runHandler.ts';
import { readsOf } from '../../harness/readsOf.ts';
import { viaFirehose } from '../../harness/transports/firehose.ts';
import { viaKinesis } from '../../harness/transports/kinesis.ts';
import { viaLambda } from '../../harness/transports/lambda.ts';
import { viaSns } from '../../harness/transports/sns.ts';
import { viaSnsToSqs } from '../../harness/transports/snsToSqs.ts';
import { viaSqs } from '../../harness/transports/sqs.ts';
import { loadExportedDomain } from '../modules/loadDomain.ts';
import { loadHandler, splitHandlerName } from '../modules/loadHandler.ts';
import { isJson, type Loader, loadModule, makeLoader } from '../modules/loadModule.ts';
import { explainFailing } from './explainFailing.ts';
import { formatContractTest } from './formatContractTest.ts';
import { isTypeScript } from './formatImport.ts';
import { type Project, type RunnerName, readProject } from './readProject.ts';
import { type Reached, withoutNetwork } from './withoutNetwork.ts';

const vias = { viaLambda, viaSqs, viaSns, viaSnsToSqs, viaKinesis, viaFirehose };

/** What `init` is asked for. */
export interface InitRequest {
  /** The handler, as `FILE#EXPORT`. */
  readonly handler: string;
  /** The module of the domain. */
  readonly domain: string;
  readonly consumer: string | undefined;
  readonly via: keyof typeof vias | undefined;
  /** The JSON file of the rule's event pattern. */
  readonly rule: string | undefined;
  /** The module to load before the handler. */
  readonly setup: string | undefined;
  readonly runner: RunnerName | undefined;
  /** The test file; undefined for standard output. */
  readonly out: string | undefined;
  /** Whether the handler may connect to other hosts. */
  readonly allowsNetwork: boolean;
}

/** A first contract test, and what to say of it. */
export interface InitResult {
  /** The test file for which the text is written. */
  readonly file: string;
  readonly text: string;
  readonly runner: RunnerName;
  /** The hosts that the handler tried to reach. */
  readonly reached: readonly string[];
}

/** The options of `verify` that the setup module may export. */
const setupOptions = ['downstream', 'reset'] as const;

/**
 * Tries a handler out, and makes the first contract test of what it reads.
 * @throws InvalidArgumentError for files that do not load, or do not hold what they should
 * @throws Error if the handler fails on a sample
 */
export async function init(request: InitRequest): Promise<InitResult> {
  const project = readProject(path.resolve('.'));
  const runner = chooseRunner(request.runner, project);
  const consumer = chooseConsumer(request.consumer, project);
  const rule = request.rule === undefined ? undefined : readRule(request.rule);
  if (isJson(request.domain)) throw refuseJson(request.domain);
  const { file: handlerFile } = splitHandlerName(request.handler);
  const file = request.out ?? `test/contract.test.${isTypeScript(handlerFile) ? 'ts' : 'js'}`;
  const run = (reached: Reached): Promise<InitResult> => {
    const loader = makeLoader(handlerFile, true);
    return explainFailing(reached, async () => {
      const setup = request.setup === undefined ? undefined : await loadSetup(request.setup, loader);
      const loaded = await loadHandler('--handler', request.handler, loader);
      const { domain, exportName } = await loadExportedDomain('--domain', request.domain, loader);
      const via = request.via && vias[request.via];
      const table = await readsOf(loaded.handler as Handler, { domain, rule: rule as object, via, ...setup?.given });
      const text = formatContractTest({
        file,
        runner,
        project,
        consumer,
        table,
        handler: loaded,
        domain: { file: request.domain, exportName: exportName as string },
        via: request.via,
        rule,
        setup: setup && { file: setup.file, options: Object.keys(setup.given) },
      });
      return { file, text, runner, reached: [...reached] };
    });
  };
  return request.allowsNetwork ? run(new Set()) : withoutNetwork(run);
}

function chooseRunner(given: RunnerName | undefined, { runner }: Project): RunnerName {
  const chosen = given ?? runner;
  if (chosen !== undefined) return chosen;
  throw new InvalidArgumentError({
    argument: '--runner',
    received: undefined,
    allowed: 'jest, vitest or node',
    because: 'Neither the test script nor the packages of package.json name one',
    todo: 'Install jest or vitest, or name the runner',
  });
}

function chooseConsumer(given: string | undefined, { name }: Project): string {
  if (given !== undefined) return requireConsumerName(given);
  if (name !== undefined) return requireConsumerName(name);
  throw new InvalidArgumentError({
    argument: '--consumer',
    received: undefined,
    allowed: 'the name of the consumer, such as "refunds"',
    because: 'package.json has no name to take in its place',
  });
}

/** The event pattern of a JSON file, or a list of them. What is wrong in it `contractsFor` says. */
function readRule(file: string): unknown {
  try {
    return JSON.parse(readFileText(path.resolve(file)));
  } catch (error) {
    throw new InvalidArgumentError({
      argument: '--rule',
      received: file,
      allowed: 'a JSON file with the event pattern of the rule, or a list of patterns',
      because: existsSync(file) ? `It fails with: ${(error as Error).message}` : 'There is no such file',
    });
  }
}

function refuseJson(received: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: '--domain',
    received,
    allowed: 'a TypeScript or JavaScript module that exports the domain',
    because: 'The test imports the domain, and the compiler checks the table against it',
    todo: 'Write export const domain = defineDomain({ … }), with the content of the file',
  });
}

interface Setup {
  readonly file: string;
  readonly given: { readonly reset?: () => unknown; readonly downstream?: Downstream };
}

async function loadSetup(file: string, loader: Loader): Promise<Setup> {
  const exported = (await loadModule('--setup', file, loader)) as Record<string, unknown>;
  const own = { ...Object(exported.default), ...exported };
  return { file, given: Object.fromEntries(setupOptions.flatMap((name) => (name in own ? [[name, own[name]]] : []))) };
}
