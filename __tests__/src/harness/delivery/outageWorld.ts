import type { SQSEvent } from 'aws-lambda';
import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';

type Any = ReturnType<typeof JSON.parse>;

/** The newest title of a case. */
export interface TitleRow {
  readonly title: string | null;
  readonly changedAt: number;
}

const rows = new Map<string, Any>();
const mails: string[] = [];
const published: string[] = [];
const cache = new Map<string, number>();

function refuse(): never {
  throw Object.assign(new Error('The conditional request failed'), { name: 'ConditionalCheckFailedException' });
}

function isOlder(id: string, row: TitleRow): boolean {
  return (rows.get(id)?.changedAt ?? 0) >= row.changedAt;
}

const originals = {
  async get(id: string): Promise<Any> {
    return structuredClone(rows.get(id));
  },
  async put(id: string, row: Any): Promise<void> {
    rows.set(id, row);
  },
  async add(id: string, amount: number): Promise<void> {
    rows.set(id, (rows.get(id) ?? 0) + amount);
  },
  /** Writes only a newer row, in one step. */
  async putNewer(id: string, row: TitleRow): Promise<void> {
    if (isOlder(id, row)) refuse();
    rows.set(id, row);
  },
  /** Writes only a new row, in one step. */
  async putNew(id: string, row: Any): Promise<void> {
    if (rows.has(id)) refuse();
    rows.set(id, row);
  },
  /** Writes a newer row together with another one, in one step. */
  async transact(id: string, row: TitleRow, other: string): Promise<void> {
    if (isOlder(id, row)) refuse();
    rows.set(id, row).set(other, true);
  },
  /** Writes newer rows, and leaves out the others. */
  async batch(all: readonly (readonly [string, TitleRow])[]): Promise<void> {
    for (const [id, row] of all) if (!isOlder(id, row)) rows.set(id, row);
  },
  async remove(id: string): Promise<void> {
    rows.delete(id);
  },
  async sendMail(text: string): Promise<void> {
    mails.push(text);
  },
  async publish(id: string): Promise<void> {
    if (!published.includes(id)) published.push(id);
  },
  async park(id: string): Promise<void> {
    rows.set(`parked ${id}`, true);
  },
  async deleteMessage(_input: { readonly ReceiptHandle: string }): Promise<void> {},
  async cacheGet(id: string): Promise<number | undefined> {
    return cache.get(id);
  },
  async cacheSet(id: string, at: number): Promise<void> {
    cache.set(id, at);
  },
};

/** What the handlers call. */
export const services = { ...originals };

/** What a handler keeps in memory between its calls. */
export const memory = { ids: new Set<string>(), isOpen: false };

/** The options of a run under outages. */
export const outageWorld = {
  reset: () => {
    rows.clear();
    cache.clear();
    mails.length = 0;
    published.length = 0;
    memory.ids.clear();
    memory.isOpen = false;
  },
  observe: () => ({ rows: [...rows].sort(), mails: mails.toSorted(), published: published.toSorted() }),
  downstream: ({ watch }) => {
    for (const [name, work] of Object.entries(originals)) {
      (services as Any)[name] = watch(work, { once: name === 'sendMail' });
    }
  },
  tolerates: ['outage'],
} satisfies DeliveryOptions;

/** The case of an event, and its row. */
export function readTitle({ detail }: Any): { readonly id: string; readonly row: TitleRow } | undefined {
  const { case: changed, approximateChangeTime } = detail;
  if (changed === undefined) return undefined;
  const title = changed.fields?.title?.value.stringValue ?? null;
  return { id: changed.caseId, row: { title, changedAt: Date.parse(approximateChangeTime) } };
}

/** Writes a row, unless a newer one is known. */
export async function save(event: Any): Promise<void> {
  const read = readTitle(event);
  if (read === undefined) return;
  await services.putNewer(read.id, read.row).catch(ignoreRefusal);
}

/** A refused condition is no failure: the newer row stays. */
export function ignoreRefusal(error: unknown): void {
  if ((error as Error).name !== 'ConditionalCheckFailedException') throw error;
}

/** The records of a queue, and their events. */
export function listRecords({
  Records,
}: SQSEvent): { readonly id: string; readonly handle: string; readonly event: Any }[] {
  return Records.map(({ messageId: id, receiptHandle: handle, body }) => ({ id, handle, event: JSON.parse(body) }));
}
