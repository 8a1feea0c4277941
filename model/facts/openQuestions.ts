import { type Fact, pageOf2022 } from './facts.ts';

/** A question that AWS leaves open. One reading is the default; other dialects choose other readings. */
export interface OpenQuestion {
  readonly asks: string;
  readonly default: string;
  /** Each reading, with the fact behind it. */
  readonly readings: Readonly<Record<string, Fact>>;
  /** Who plays the other readings: `verify`, only the parser (`check`), only case histories, or `always` every run. */
  readonly playedBy: 'verify' | 'check' | 'histories' | 'always';
}

const PAGE = 'https://docs.aws.amazon.com/connect/latest/adminguide/case-event-streams-sample.html';
const LAKE = 'https://docs.aws.amazon.com/connect/latest/adminguide/data-lake-cases-data.html';
const API = 'https://docs.aws.amazon.com/connect/latest/APIReference';
const SIZE = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html';

function documented(states: string, link: string = PAGE): Fact {
  return { states, link, certainty: 'documented' };
}
function modelled(states: string, link: string): Fact {
  return { states, link, certainty: 'modelled' };
}
function observed(states: string, link: string = PAGE): Fact {
  return { states, link, certainty: 'observed' };
}
function inferred(states: string, link: string = PAGE): Fact {
  return { states, link, certainty: 'inferred' };
}

/** Every open question, by its name in the `dialect` option. */
export const openQuestions = {
  relatedItemType: {
    asks: 'how is relatedItemType spelled?',
    default: 'Comment',
    readings: {
      Comment: documented('the events page writes Comment, and until 2024 wrote Contact'),
      comment: observed(
        'two of AWS\'s own sample consumers compare with "comment" and "contact", and so does the data lake',
        LAKE,
      ),
    },
    playedBy: 'verify',
  },
  relatedItemEventType: {
    asks: 'do the event types of related items begin with CASE.?',
    default: 'documented',
    readings: {
      documented: documented(
        'the events page of 2022 to 2024 writes RELATED_ITEM.CREATED, RELATED_ITEM.UPDATED and CASE.RELATED_ITEM.DELETED',
        pageOf2022,
      ),
      RELATED_ITEM: inferred(
        "today's events page shows RELATED_ITEM.CREATED without the prefix; the others may be written like it",
      ),
      'CASE.RELATED_ITEM': observed('the data lake writes all three with the prefix CASE.', LAKE),
    },
    playedBy: 'verify',
  },
  updatedItemTypes: {
    asks: 'which related item types are ever updated?',
    default: 'Comment and Custom',
    readings: {
      'Comment and Custom': modelled(
        'the API can update only Comment and Custom',
        `${API}/API_connect-cases_UpdateRelatedItem.html`,
      ),
      all: inferred(
        'the status of an Sla moves by itself; nothing excludes the others',
        `${API}/API_connect-cases_SlaConfiguration.html`,
      ),
    },
    playedBy: 'verify',
  },
  clearedField: {
    asks: 'how does a cleared field arrive?',
    default: 'absent',
    readings: {
      absent: documented('the events page: "only non-null field values"'),
      emptyValue: modelled(
        "the API's field value has a member emptyValue",
        `${API}/API_connect-cases_FieldValueUnion.html`,
      ),
    },
    playedBy: 'verify',
  },
  fraction: {
    asks: 'how many fraction digits do the timestamps of the detail have?',
    default: 'milliseconds',
    readings: {
      milliseconds: documented('the events page shows three digits'),
      seconds: inferred('ISO 8601 writers drop a fraction that is zero'),
      microseconds: observed('examples of the API show six digits', `${API}/API_connect-cases_GetCase.html`),
      nanoseconds: inferred('Java writes up to nine digits'),
    },
    playedBy: 'verify',
  },
  changedFieldIds: {
    asks: 'do CASE.CREATED and CASE.DELETED carry changedFieldIds?',
    default: 'present',
    readings: {
      present: documented('the events page of 2022 to 2024 shows one payload for all three case events', pageOf2022),
      absent: observed('a public consumer guards against its absence'),
    },
    playedBy: 'verify',
  },
  changedFieldIdsOnUpdate: {
    asks: 'does CASE.UPDATED always carry changedFieldIds?',
    default: 'present',
    readings: {
      present: documented('the events page shows it'),
      absent: observed('a public consumer guards against its absence in updates too'),
    },
    playedBy: 'verify',
  },
  changedFieldIdsOnCreation: {
    asks: 'which fields does changedFieldIds name when a case is created?',
    default: 'some fields',
    readings: {
      'some fields': documented(
        'the events page of 2022 to 2024 shows one payload for all three case events, which names two of its fields',
        pageOf2022,
      ),
      'every field with a value': inferred('a new case had no value before', pageOf2022),
    },
    playedBy: 'verify',
  },
  deletedCase: {
    asks: 'what does CASE.DELETED carry of the case?',
    default: 'like an update',
    readings: {
      'like an update': documented(
        'the events page of 2022 to 2024 shows one payload for all three case events',
        pageOf2022,
      ),
      'caseId only': inferred('nothing but the id is left of a deleted case'),
    },
    playedBy: 'verify',
  },
  performedBy: {
    asks: 'is performedBy always there?',
    default: 'present',
    readings: {
      present: documented('the events page shows it, with a user and an iamPrincipalArn'),
      absent: documented('the events page of 2022 did not show it', pageOf2022),
    },
    playedBy: 'verify',
  },
  changedAttributes: {
    asks: 'what does changedAttributes call the body of a comment?',
    default: 'comment.commentText',
    readings: {
      'comment.commentText': documented('the events page writes comment.commentText'),
      'comment.body': inferred('the key of the content on the same page is comment.body'),
    },
    playedBy: 'verify',
  },
  anyChangedAttributes: {
    asks: 'is changedAttributes always there?',
    default: 'present',
    readings: {
      present: documented('the events page shows it'),
      absent: inferred('no page says that every event of a related item has it'),
    },
    playedBy: 'verify',
  },
  deletedItem: {
    asks: 'what does RELATED_ITEM.DELETED carry of the related item?',
    default: 'like an update',
    readings: {
      'like an update': documented(
        'the events page of 2022 to 2024 shows one payload for all three related-item events',
        pageOf2022,
      ),
      'type and ids only': inferred('nothing but its type and its ids is left of a deleted item', pageOf2022),
    },
    playedBy: 'verify',
  },
  optionalContent: {
    asks: 'do comment.contentType, contact.channel and contact.connectedToSystemTime appear?',
    default: 'both',
    readings: {
      both: inferred('the events page shows comment and contact without them, the API has them: both are tried'),
    },
    playedBy: 'always',
  },
  itemContent: {
    asks: 'is the content of a related item always there when the domain includes it?',
    default: 'present',
    readings: {
      present: modelled(
        'the event configuration says includeContent, and its page no exception',
        `${API}/API_connect-cases_RelatedItemEventIncludedData.html`,
      ),
      absent: inferred(
        'nothing says that it cannot be missing',
        `${API}/API_connect-cases_RelatedItemEventIncludedData.html`,
      ),
    },
    playedBy: 'verify',
  },
  customItemFields: {
    asks: 'are the fields of a Custom related item a list or a map?',
    default: 'list',
    readings: {
      list: modelled('the API answers a list of { id, value }', `${API}/API_connect-cases_CustomContent.html`),
      map: inferred('case fields are a list in the API too, and a map by id in events'),
    },
    playedBy: 'verify',
  },
  userField: {
    asks: 'which member carries the value of a User field?',
    default: 'userArnValue',
    readings: {
      userArnValue: modelled('the API has userArnValue', `${API}/API_connect-cases_FieldValueUnion.html`),
      stringValue: observed(
        'the page on case fields calls assigned_user text',
        'https://docs.aws.amazon.com/connect/latest/adminguide/case-fields.html',
      ),
    },
    playedBy: 'verify',
  },
  emptyFields: {
    asks: 'what is fields when no configured field has a value?',
    default: 'both',
    readings: { both: observed('a public consumer guards against its absence; absent and {} are both tried') },
    playedBy: 'always',
  },
  detailType: {
    asks: 'what is the detail-type?',
    default: 'Amazon Connect Cases Change',
    readings: {
      'Amazon Connect Cases Change': documented('the events page today'),
      'Amazon Connect Cases Event': documented('the events page of 2022', pageOf2022),
    },
    playedBy: 'check',
  },
  entrySize: {
    asks: 'how large can an event be?',
    default: '262,144 bytes',
    readings: {
      '262,144 bytes': documented('the events page: "less than 256KB"; the largest event that is played has 256 KB'),
      '1,048,576 bytes': observed(
        'since January 2026 EventBridge takes entries of less than 1 MB, and was seen to take 1,048,576 bytes',
        SIZE,
      ),
    },
    playedBy: 'verify',
  },
  fractionZeros: {
    asks: 'are zeros at the end of a fraction of a second written?',
    default: 'written',
    readings: {
      written: inferred('the events page shows three digits'),
      dropped: inferred(
        'examples of the API have six digits beside three: then the order of texts is not that of instants',
        `${API}/API_connect-cases_GetCase.html`,
      ),
    },
    playedBy: 'histories',
  },
  deleteCascade: {
    asks: "do events for its related items follow a case's deletion?",
    default: 'no further events',
    readings: {
      'no further events': inferred(
        'the API says only that everything related is removed',
        `${API}/API_connect-cases_DeleteCase.html`,
      ),
      'one deletion per item': inferred(
        'each removal is a change of a related item',
        `${API}/API_connect-cases_DeleteCase.html`,
      ),
    },
    playedBy: 'histories',
  },
  changeTimeTies: {
    asks: 'can two events of a case have the same approximateChangeTime?',
    default: 'do not occur',
    readings: {
      'do not occur': inferred('the page says that it can be used for ordering'),
      occur: inferred('the page calls the time approximate'),
    },
    playedBy: 'histories',
  },
} as const satisfies Record<string, OpenQuestion>;

/** The name of an open question. */
export type OpenQuestionName = keyof typeof openQuestions;
