import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import type { Table } from '../../../contracts/table.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { ContractViolation } from '../../../src/harness/failure/contractViolation.ts';
import type { Handler } from '../../../src/harness/lambda/runHandler.ts';
import { viaSns } from '../../../src/harness/transports/sns.ts';
import { verify as verifyReads } from '../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { verifyWhateverItReads as verify } from '../../helpers/verifyWhateverItReads.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();

function contract(title: string, rows: Partial<Table<typeof exampleDomain>>): Contract {
  const contracts = contractsFor('refunds', { ...ignoringAll, ...rows } as Table, { domain: exampleDomain });
  return contracts.find((one) => one.title === `refunds ${title}`) as Contract;
}

const comments = contract('handles RELATED_ITEM.CREATED Comment', {
  'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId', 'relatedItem.comment.body'], otherwise: ignored },
});
const deleted = contract('handles RELATED_ITEM.DELETED', { 'RELATED_ITEM.DELETED': ['relatedItem.relatedItemId'] });

/** Reads what both contracts declare, and fails on some events of another spelling. */
function failingOn(fails: (detail: Any) => boolean): Handler {
  return (({ detail }: Any) => {
    const { relatedItem } = detail;
    void [relatedItem.caseId, relatedItem.relatedItemId, relatedItem.comment?.body];
    if (fails(detail)) throw new Error('of another spelling');
  }) as Handler;
}

const inLowerCase = ({ relatedItem }: Any): boolean => /^[a-z]/.test(relatedItem.relatedItemType);
const isRenamed = ({ eventType }: Any): boolean => !['RELATED_ITEM.CREATED', DELETED].includes(eventType);
const DELETED = 'CASE.RELATED_ITEM.DELETED';
const asksType = 'if the answer to "how is relatedItemType spelled?" is "comment": two of AWS';
const asksName =
  'if the answer to "do the event types of related items begin with CASE.?" is "CASE.RELATED_ITEM": the data';

describe('a fault in another spelling only causes a warning, with class and differences', () => {
  test.each<[string, (detail: Any) => boolean, string, string]>([
    [
      'on a long text',
      (detail) => inLowerCase(detail) && detail.relatedItem.comment?.body.length > 4000,
      'class edge that differs from the sample in detail.relatedItem.comment.body: "Gave a $5 refund to customer to make them happy" → ',
      asksType,
    ],
    [
      'if something optional is missing',
      (detail) => isRenamed(detail) && !detail.performedBy?.user,
      'class sparse that differs from the sample in detail.performedBy.user: {"userArn":',
      asksName,
    ],
    [
      'on a new property',
      (detail) => inLowerCase(detail) && detail.newProperty,
      'class open that differs from the sample in detail.newProperty: absent → {',
      asksType,
    ],
    [
      'on the largest events',
      (detail) => isRenamed(detail) && Buffer.byteLength(JSON.stringify(detail)) > 64 * 1024,
      'class limit that differs from the sample in detail.relatedItem.comment.body: "',
      asksName,
    ],
    [
      'on a combination, which only random events have',
      (detail) =>
        inLowerCase(detail) && detail.performedBy?.user?.customEntity && detail.relatedItem.comment?.body.length > 200,
      'that differs from the sample in detail.',
      asksType,
    ],
  ])('%s', async (_, fails, where, asks) => {
    await verify(comments, failingOn(fails));
    expect(warnings).toEqual([
      expect.stringContaining(
        'refunds handles RELATED_ITEM.CREATED Comment: the handler fails (Error: of another spelling) on an event of ',
      ),
    ]);
    expect(warnings[0]).toContain(where);
    expect(warnings[0]).toContain(asks);
    expect(warnings[0]?.split('\n')).toHaveLength(2);
  });

  test('on one of several types, which is named', async () => {
    await verify(
      deleted,
      failingOn(
        (detail) => isRenamed(detail) && detail.relatedItem.relatedItemType === 'File' && !detail.performedBy?.user,
      ),
    );
    expect(warnings).toEqual([
      expect.stringContaining(
        'the handler fails (Error: of another spelling) on an event of class sparse (item type File) that differs from the sample in detail.performedBy.user: {',
      ),
    ]);
    await verify(
      deleted,
      failingOn((detail) => inLowerCase(detail) && detail.relatedItem.relatedItemType === 'sla'),
    );
    expect(warnings[1]).toContain('(Error: of another spelling) on the sample (item type Sla) if the answer to');
  });

  test('after the handler returned', async () => {
    const rejecting = failingOn((detail) => {
      if (inLowerCase(detail) && detail.relatedItem.comment?.body.length > 4000)
        void Promise.reject(new Error('forgotten'));
      return false;
    });
    await verify(comments, rejecting);
    expect(warnings).toEqual([
      expect.stringContaining(
        'the handler fails (failed after it had returned) on an event of class edge that differs',
      ),
    ]);
  });
});

test('a late error during the shrinking of a fault in another spelling is not a finding', async () => {
  let count = 0;
  await verify(
    comments,
    failingOn((detail) => {
      if (!inLowerCase(detail) || !(detail.relatedItem.comment?.body.length > 4000)) return false;
      count++;
      if (count === 2) void Promise.reject(new Error('only once'));
      return count === 1 || count > 3;
    }),
  );
  expect(count).toBeGreaterThan(2);
  expect(warnings).toEqual([expect.stringContaining('the handler fails (')]);
});

test('the error has the shrunk event', async () => {
  const tooLong = failingOn((detail) => inLowerCase(detail) && detail.relatedItem.comment?.body.length > 4000);
  const failure = await verify(comments, tooLong, { ambiguities: 'fail' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ContractViolation);
  const { class: of, differences, event, replay, cause, message } = failure as ContractViolation;
  expect([of, replay, (cause as Error).message]).toEqual(['edge', undefined, 'of another spelling']);
  expect(differences.map(({ steps: segments }) => segments.join('.'))).toEqual(['detail.relatedItem.comment.body']);
  expect((event as Any).detail.relatedItem.relatedItemType).toBe('comment');
  expect((event as Any).detail.relatedItem.comment.body).toHaveLength(4001);
  expect(message).toMatch(
    /\n\nAccept both readings, or set ambiguities to 'warn'\.\n\nReplay\n {2}CASES_REPLAY='refunds handles RELATED_ITEM\.CREATED Comment \| .* \| whole' npx jest$/,
  );
});

/** An event in the documented spelling, without its own ids and times. */
function documented(event: Any): string {
  const text = JSON.stringify(event).replace(/CASE\.RELATED_ITEM\.CREATED/g, 'RELATED_ITEM.CREATED');
  const spelled = text
    .replace('"relatedItemType":"comment"', '"relatedItemType":"Comment"')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8}(?=\/case\/1:)|\d{4}-\d\d-\d\dT[\d:.]*Z/g, '');
  return createHash('sha256').update(spelled).digest('hex');
}

test('another spelling is tried with the events that passed in the documented one, each with new ids', async () => {
  const events: Any[] = [];
  await verify(comments, ((event: Any) => {
    events.push(event);
    void event.detail.relatedItem.comment?.body;
  }) as Handler);
  const [spelled, others] = [true, false].map((is) =>
    events.filter(({ detail }) => (inLowerCase(detail) || isRenamed(detail)) === is),
  ) as [Any[], Any[]];
  expect(spelled.length).toBeGreaterThan(90);
  expect(spelled.length).toBeLessThan(others.length);
  const known = new Set(others.map(documented));
  expect(spelled.map(documented).filter((text) => !known.has(text))).toEqual([]);
  const ids = spelled.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(others.filter(({ id }) => ids.includes(id))).toEqual([]);
});

test('without random events the other spellings have none either', async () => {
  const countOf = async (runs: number): Promise<number> => {
    let count = 0;
    const counting = failingOn(() => {
      count++;
      return false;
    });
    await verify(comments, counting, { runs });
    return count;
  };
  expect((await countOf(5)) - (await countOf(0))).toBe(15);
});

test('both other spellings of seven item types together add little to the run itself', async () => {
  const countOf = async (ambiguities: 'off' | 'warn'): Promise<number> => {
    let count = 0;
    const counting = failingOn(() => {
      count++;
      return false;
    });
    await verify(deleted, counting, { ambiguities });
    return count;
  };
  expect((await countOf('warn')) / (await countOf('off'))).toBeLessThan(2.3);
  expect(warnings).toEqual([]);
});

test('the largest event of another spelling is as large as the transport allows', async () => {
  const custom = contract('handles RELATED_ITEM.CREATED Custom', {
    'RELATED_ITEM.CREATED': { Custom: ['relatedItem.custom.fields'], otherwise: ignored },
  });
  const sizes = new Set<number>();
  const behindTopic = viaSns(async ({ Records }: Any) => {
    for (const { Sns } of Records) {
      const { detail } = JSON.parse(Sns.Message);
      void detail.relatedItem.custom?.fields;
      if (inLowerCase(detail)) sizes.add(Buffer.byteLength(Sns.Message));
    }
  });
  await verify(custom, behindTopic);
  expect(Math.max(...sizes)).toBe(262_144);
});

test('a handler that misses events of another spelling fails with the class of the missed event', async () => {
  const ofTomorrow = contract('handles RELATED_ITEM.CREATED otherwise', {
    'RELATED_ITEM.CREATED': {
      Comment: ignored,
      Contact: ignored,
      File: ignored,
      Sla: ignored,
      ConnectCase: ignored,
      Custom: ignored,
      otherwise: ['relatedItem.relatedItemId'],
    },
  });
  const handler = ({ detail }: Any): unknown =>
    detail.eventType === 'RELATED_ITEM.CREATED' ? detail.relatedItem.relatedItemId : undefined;
  const violation: ContractViolation = await verify(ofTomorrow, handler as Handler, { ambiguities: 'fail' }).then(
    () => {
      throw new Error('the handler passed');
    },
    (error: ContractViolation) => error,
  );
  expect(violation.message).toContain('the handler reads nothing of the event if the answer to "do the event types of');
  expect(violation.class).toBe('open');
});

describe('a handler that does less in another spelling is named', () => {
  const asks = `if the answer to "how is relatedItemType spelled?" is "comment"`;

  /** Reads the text of a comment in the documented spelling only, and always its case. */
  const partly = ({ detail: { relatedItem } }: Any): unknown => [
    relatedItem.caseId,
    relatedItem.relatedItemType === 'Comment' ? relatedItem.comment?.body : undefined,
  ];

  test('with the paths that it no longer reads', async () => {
    await verifyReads(comments, partly as Handler);
    expect(warnings).toEqual([expect.stringContaining(`the handler does not read relatedItem.comment.body ${asks}`)]);
  });

  test('also behind a topic', async () => {
    const behind = viaSns(async ({ Records }: Any) => Records.map(({ Sns }: Any) => partly(JSON.parse(Sns.Message))));
    await verifyReads(comments, behind);
    expect(warnings).toEqual([expect.stringContaining(`the handler does not read relatedItem.comment.body ${asks}`)]);
  });

  test('by what comes out, if the function parses the event in its own way', async () => {
    const parsed = (text: string): Any => new Function(`return ${text}`)();
    const behind = viaSns(async ({ Records: [{ Sns }] }: Any) => {
      const { relatedItem } = parsed(Sns.Message).detail;
      return relatedItem.relatedItemType === 'Comment' ? [relatedItem.caseId, relatedItem.comment?.body] : 'not for us';
    });
    await verifyReads(comments, behind);
    expect(warnings).toEqual([expect.stringContaining(`nothing that comes out depends on the event ${asks}`)]);
  });
});
