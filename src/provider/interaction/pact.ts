import type { Json } from '../../../contracts/matchers.ts';
import { valueAt } from '../../../model/values/eventPath.ts';
import { show } from '../../../model/values/invalidArgument.ts';
import { isMembers } from '../../../model/values/members.ts';
import { explainUnreadableJson } from './explainUnreadableJson.ts';
import { readContent } from './messageContent.ts';

/** A consumer's pact, written in any language. */
export interface Pact {
  /** Its name for people: its file, or its address at the broker. */
  readonly source: string;
  readonly consumer: string;
  readonly provider: string;
  readonly specification: '3.0' | '4.0';
  readonly interactions: readonly AskedInteraction[];
  /** Why Pact's verifier cannot verify it as a whole: a sentence for people. */
  readonly unverifiable?: string;
}

/** A provider state of an interaction, ours or with any other name. */
export interface AskedState {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** One interaction of a consumer's pact: its expectations on one message. */
export interface AskedInteraction {
  readonly description: string;
  readonly states: readonly AskedState[];
  /** The example of the body. */
  readonly body: Json | undefined;
  readonly contentType: string;
  /** The matching rules of the body by path, unchanged from the pact. */
  readonly rules: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Whether the consumer marked it as pending: a failure is shown, but fails nothing. */
  readonly pending: boolean;
  /** Why it is no message that could be verified. */
  readonly unverifiable?: string;
}

/**
 * Parses a pact.
 * @throws Error of one sentence if it is not a pact
 */
export function parsePact(source: string, text: string): Pact {
  const whole = parseText(source, text);
  const consumer = valueAt(whole, ['consumer', 'name']);
  const provider = valueAt(whole, ['provider', 'name']);
  if (typeof consumer !== 'string' || typeof provider !== 'string') {
    throw new Error(
      `${source} is not a pact: it names no consumer and provider. Name the files that the consumers' tests write, or a folder with nothing else.`,
    );
  }
  const interactions = listInteractions(source, whole, 'interactions');
  const messages = listInteractions(source, whole, 'messages');
  const written = readVersion(whole);
  const unverifiable =
    explainPlugins(source, whole) ??
    explainUnreadableAround(source, whole) ??
    (messages.length + interactions.length > 0 ? undefined : explainNoInteractions(source, consumer, provider));
  return {
    source,
    consumer,
    provider,
    specification: messages.length > 0 ? '3.0' : '4.0',
    interactions: [...messages, ...interactions].map((raw) => readInteraction(raw, written)),
    ...(unverifiable === undefined ? {} : { unverifiable }),
  };
}

/** An empty pact must fail: a success would mean that something was verified. */
function explainNoInteractions(source: string, consumer: string, provider: string): string {
  return `${source} has no interactions, so there is nothing to verify. Run the tests of ${consumer}, and find out why they write none. If ${consumer} no longer reads events of ${provider}, delete this pact.`;
}

/** Pact's verifier searches the network for missing plugins, and crashes without them. */
function explainPlugins(source: string, whole: unknown): string | undefined {
  const plugins = valueAt(whole, ['metadata', 'plugins']);
  if (!Array.isArray(plugins) || plugins.length === 0) return undefined;
  const names = plugins.map((plugin) => show(valueAt(plugin, ['name'])));
  return `${source} needs the Pact ${names.length === 1 ? 'plugin' : 'plugins'} ${names.join(', ')}, and this command loads none. Events are JSON: write the pact without plugins.`;
}

/** Checks everything around the interactions, which are read one by one. */
function explainUnreadableAround(source: string, whole: unknown): string | undefined {
  const { interactions: _, messages: __, ...around } = whole as Record<string, unknown>;
  const why = explainUnreadableJson(around);
  return why === undefined ? undefined : `Pact's verifier cannot read ${source}: outside its interactions, ${why}.`;
}

function parseText(source: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const html = /^\s*</.test(text) ? 'it begins like HTML or XML' : (cause as Error).message;
    throw new Error(`${source} is not a pact: ${html}. Allowed: the JSON of a Pact, specification V3 or V4.`, {
      cause,
    });
  }
}

function listInteractions(source: string, whole: unknown, key: 'interactions' | 'messages'): readonly unknown[] {
  const list = valueAt(whole, [key]);
  if (list === undefined) return [];
  if (Array.isArray(list)) return list;
  throw new Error(`${source} is not a pact: its ${key} are ${show(list)}; allowed: a list.`);
}

function readInteraction(raw: unknown, written: string): AskedInteraction {
  const why = explainUnreadableJson(raw, LEVELS_ABOVE);
  return why === undefined ? readWhole(raw, written) : readNameOnly(raw, why);
}

/** The pact itself, and the list of its interactions. */
const LEVELS_ABOVE = 2;

/** Takes only the name of an interaction that Pact's verifier could not read. */
function readNameOnly(raw: unknown, why: string): AskedInteraction {
  const named = { description: valueAt(raw, ['description']), pending: valueAt(raw, ['pending']) };
  return { ...readWhole(named, ''), unverifiable: `Pact's verifier cannot read it: ${why}` };
}

function readWhole(raw: unknown, written: string): AskedInteraction {
  const { contentType, body, unreadable } = readContent(raw);
  const description = valueAt(raw, ['description']);
  const unverifiable = explainNoMessage(raw) ?? explainMisread(raw, written) ?? unreadable;
  return {
    description: typeof description === 'string' ? description : '',
    states: readStates(raw),
    body,
    contentType,
    rules: getRecordAt(raw, ['matchingRules', 'body']),
    metadata: { ...getRecordAt(raw, ['metaData']), ...getRecordAt(raw, ['metadata']) },
    pending: valueAt(raw, ['pending']) === true,
    ...(unverifiable === undefined ? {} : { unverifiable }),
  };
}

function explainNoMessage(raw: unknown): string | undefined {
  const type = valueAt(raw, ['type']);
  const isHttp = valueAt(raw, ['request']) !== undefined && type === undefined;
  if (!isHttp && (type === undefined || type === MESSAGE)) return undefined;
  return `it is of type ${isHttp ? '"Synchronous/HTTP"' : show(type)}; events are "${MESSAGE}" (specification V4), or messages (V3)`;
}

/** The specification version that a pact names; other libraries wrote the key differently. */
function readVersion(whole: unknown): string {
  const keys = ['pactSpecification', 'pact-specification', 'pactSpecificationVersion'];
  const versions = keys.map((key) => valueAt(whole, ['metadata', key])).map((one) => valueAt(one, ['version']) ?? one);
  return String(versions.find((version) => version !== undefined) ?? 'none');
}

/** Pact's verifier reads an interaction by the version that the pact names, not by its form. */
function explainMisread(raw: unknown, written: string): string | undefined {
  if (valueAt(raw, ['type']) !== MESSAGE || written.startsWith('4')) return undefined;
  return `it is written in specification V4, and the pact's metadata names ${show(written)} as its specification; allowed: "4.0"`;
}

const MESSAGE = 'Asynchronous/Messages';

/** Older writers have a single state as text. */
function readStates(raw: unknown): readonly AskedState[] {
  const states = valueAt(raw, ['providerStates']) ?? valueAt(raw, ['providerState']) ?? [];
  return (Array.isArray(states) ? states : [states]).map((state) => {
    const name = typeof state === 'string' ? state : valueAt(state, ['name']);
    return { name: String(name), params: getRecordAt(state, ['params']) };
  });
}

function getRecordAt(value: unknown, segments: readonly string[]): Readonly<Record<string, unknown>> {
  const found = valueAt(value, segments);
  return isMembers(found) ? found : {};
}
