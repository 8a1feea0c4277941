import * as z from 'zod';
import type { CasesEvent } from '../../src/event/casesEvent.ts';
import { exampleDomain } from '../../src/event/exampleDomain.ts';
import { plainCopy } from '../../src/event/plainCopy.ts';
import type { Handler } from '../../src/harness/runHandler.ts';

// biome-ignore lint/suspicious/noExplicitAny: handlers as they are written in the wild, without types
type Any = any;

const { refundAmount, dueDate, orderPage } = exampleDomain.fields;

const schema = z.looseObject({
  detail: z.looseObject({
    eventType: z.string(),
    case: z
      .looseObject({
        caseId: z.string(),
        fields: z.record(z.string(), z.looseObject({ value: z.looseObject({}) })).optional(),
      })
      .optional(),
    relatedItem: z.looseObject({ relatedItemType: z.string(), caseId: z.string() }).optional(),
  }),
});

class Refunds {
  readonly amounts = new Map<string, number>();

  handle = async (event: CasesEvent): Promise<{ batchItemFailures: [] }> => {
    if ('case' in event.detail) {
      const value = event.detail.case.fields?.[refundAmount.id]?.value;
      if (value !== undefined && 'doubleValue' in value) this.amounts.set(event.detail.case.caseId, value.doubleValue);
    }
    return { batchItemFailures: [] };
  };
}

/** Ten handlers that keep their word, in as many styles: none of them may be blamed. */
export const correctHandlers: Readonly<Record<string, Handler>> = {
  'optional chaining': ({ detail }: Any) => [
    detail.case?.caseId,
    detail.case?.fields?.status?.value?.stringValue,
    detail.relatedItem?.caseId,
  ],
  'a schema that lets new properties through': (event: unknown) => schema.parse(event).detail.eventType,
  'a class with state': new Refunds().handle,
  'a callback': ({ detail }: Any, _context: unknown, callback: (error: null, answer: string) => void) =>
    callback(null, (detail.case ?? detail.relatedItem)?.caseId),
  'work on a copy': async (event: CasesEvent) => {
    const copy = plainCopy(event) as Any;
    copy.detail.handled = true;
    copy.resources.reverse();
    return copy.detail.case?.caseId;
  },
  'parsing that copes with free text': ({ detail }: Any) => {
    const due = new Date(detail.case?.fields?.[dueDate.id]?.value?.stringValue ?? '');
    const page = detail.case?.fields?.[orderPage.id]?.value?.stringValue ?? '';
    return [
      Number.isNaN(due.getTime()) ? undefined : due.toISOString(),
      URL.canParse(page) ? new URL(page).host : undefined,
      detail.case?.caseId,
    ];
  },
  'cutting by code points': ({ detail }: Any) => {
    const fields = Object.values(detail.case?.fields ?? {}) as Any[];
    return fields.map(({ value }) =>
      encodeURIComponent([...String(Object.values(value as object)[0])].slice(0, 100).join('')),
    );
  },
  'a switch that ignores what it does not know': ({ detail }: Any) => {
    switch (String(detail.relatedItem?.relatedItemType).toLowerCase()) {
      case 'comment':
        return detail.relatedItem.comment?.body?.length;
      case 'contact':
        return detail.relatedItem.contact?.contactArn;
      default:
        return detail.case?.caseId ?? detail.relatedItem?.caseId;
    }
  },
  'waiting for something': async ({ detail }: Any) => {
    await new Promise((resolve) => setImmediate(resolve));
    return Promise.all([detail.case?.caseId, detail.relatedItem?.caseId]);
  },
  'writing everything down': (event: unknown) => Buffer.from(JSON.stringify(event)).toString('base64').length,
};
