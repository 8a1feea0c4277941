/** How sure we are of a fact: it is on AWS's page, in AWS's API model, seen in public consumers, or our inference. */
export type Certainty = 'documented' | 'modelled' | 'observed' | 'inferred';

/** One thing that AWS states or leaves open, written once, with its source. */
export interface Fact {
  /** The statement. */
  readonly states: string;
  /** The page with the statement, or the page that leaves it open. */
  readonly link: string;
  /** How sure we are. */
  readonly certainty: Certainty;
}

const PAGE = 'https://docs.aws.amazon.com/connect/latest/adminguide/case-event-streams-sample.html';
/** The events page from 2022 to 2024, in AWS's own repository. Today's page has fewer names and comments. */
export const pageOf2022 =
  'https://github.com/awsdocs/amazon-connect-admin-guide/blob/9c43ca593f43991efff6f2be0aa600115bdfc8fc/doc_source/case-event-streams-sample.md';
const ENABLE = 'https://docs.aws.amazon.com/connect/latest/adminguide/case-event-streams-enable.html';
const FIELDS = 'https://docs.aws.amazon.com/connect/latest/adminguide/case-fields.html';
const EVENTS_REFERENCE = 'https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-cases.html';
const EVENTBRIDGE = 'https://docs.aws.amazon.com/eventbridge/latest/userguide';
/** AWS's own engine of event patterns, which is public. Where a page disagrees with it, the engine decides. */
const ENGINE = 'https://github.com/aws/event-ruler/blob/main/README.md';
const API = 'https://docs.aws.amazon.com/connect/latest/APIReference';

/** Every fact that a schema issue, an invariant, an edge case or a warning cites. */
export const facts = {
  envelope: {
    states: 'every EventBridge event has version, id, detail-type, source, account, time, region, resources and detail',
    link: `${EVENTBRIDGE}/eb-events-structure.html`,
    certainty: 'documented',
  },
  envelopeId: {
    states: 'EventBridge gives every event an id',
    link: `${EVENTBRIDGE}/eb-events-structure.html`,
    certainty: 'documented',
  },
  source: {
    states: 'Cases events have the source aws.cases and the detail-type "Amazon Connect Cases Change"',
    link: PAGE,
    certainty: 'documented',
  },
  detailType2022: {
    states: 'in 2022 the events page wrote the detail-type "Amazon Connect Cases Event", and showed no performedBy',
    link: pageOf2022,
    certainty: 'documented',
  },
  resources: {
    states: 'resources lists the ARN of the domain and the ARN of the case or related item, in this order',
    link: PAGE,
    certainty: 'documented',
  },
  oneAccount: {
    states: 'a case event is published in the account and Region of its Cases domain',
    link: ENABLE,
    certainty: 'documented',
  },
  eventTypes: {
    states:
      "eventType is CASE.CREATED, CASE.UPDATED or CASE.DELETED for a case, RELATED_ITEM.CREATED, RELATED_ITEM.UPDATED or CASE.RELATED_ITEM.DELETED for a related item, as on the events page of 2022 to 2024; today's shows CASE.UPDATED and RELATED_ITEM.CREATED only",
    link: pageOf2022,
    certainty: 'documented',
  },
  relatedItemTypes: {
    states: 'the related item types are Contact, Comment, File, Sla, ConnectCase and Custom',
    link: `${API}/API_connect-cases_RelatedItemContent.html`,
    certainty: 'modelled',
  },
  relatedItemContent: {
    states: "a related item's content appears only when the event configuration says includeContent",
    link: `${API}/API_connect-cases_RelatedItemEventIncludedData.html`,
    certainty: 'modelled',
  },
  contentMembers: {
    states: "the members of a related item's content are those of the API's RelatedItemContent",
    link: `${API}/API_connect-cases_RelatedItemContent.html`,
    certainty: 'modelled',
  },
  approximateChangeTime: {
    states: 'approximateChangeTime can be used for ordering; it is the ISO 8601 instant of the change',
    link: PAGE,
    certainty: 'documented',
  },
  partition: {
    states: 'Amazon Connect Cases is in Regions of the partition aws only, not in China, GovCloud or isolated Regions',
    link: 'https://docs.aws.amazon.com/connect/latest/adminguide/regions.html',
    certainty: 'documented',
  },
  saidTwice: {
    states: 'repeated ids and times of an event agree, and a list of changes names nothing twice',
    link: PAGE,
    certainty: 'inferred',
  },
  deletedCase: {
    states: 'a deleted case looks like an updated one, as on the events page of 2022 to 2024, or has only its id left',
    link: pageOf2022,
    certainty: 'inferred',
  },
  includedContent: {
    states:
      'if a domain includes the content of related items, every event has it: no page says that it can be missing',
    link: `${API}/API_connect-cases_RelatedItemEventIncludedData.html`,
    certainty: 'inferred',
  },
  createdBeforeChanged: {
    states: 'a case or related item is created no later than it changes',
    link: PAGE,
    certainty: 'inferred',
  },
  changedFieldIds: {
    states: 'changedFieldIds lists the ids of the fields that changed, whether or not their values are included',
    link: PAGE,
    certainty: 'documented',
  },
  changedAttributes: {
    states: 'changedAttributes lists the attributes of a related item that changed',
    link: PAGE,
    certainty: 'documented',
  },
  performedBy: {
    states: 'performedBy says who made the change: always iamPrincipalArn, and user if there is one',
    link: `${API}/API_connect-cases_AuditEventPerformedBy.html`,
    certainty: 'modelled',
  },
  userOptional: {
    states:
      'performedBy.user is optional, and absent where no Connect user made the change (an API call by a role, an automation)',
    link: `${API}/API_connect-cases_AuditEventPerformedBy.html`,
    certainty: 'inferred',
  },
  userUnion: {
    states: 'performedBy.user is either userArn or customEntity',
    link: `${API}/API_connect-cases_UserUnion.html`,
    certainty: 'modelled',
  },
  userArn: {
    states: "a Connect user's ARN is written with /user/ on the events page and with /agent/ in the API",
    link: PAGE,
    certainty: 'documented',
  },
  iamPrincipal: {
    states:
      'iamPrincipalArn is any IAM principal: a role, an assumed role, or the service-linked role AWSServiceRoleForAmazonConnect when an agent acts',
    link: `${API}/API_connect-cases_AuditEventPerformedBy.html`,
    certainty: 'observed',
  },
  serviceLinkedRole: {
    states:
      'when Connect acts for an agent, the principal is its service-linked role, as an IAM role or as the assumed role AWSServiceRoleForAmazonConnect_… of that user',
    link: 'https://docs.aws.amazon.com/connect/latest/adminguide/connect-slr.html',
    certainty: 'documented',
  },
  caseIdPattern: {
    states:
      'since November 2026 the id of a case may hold letters, digits and - . _ / : # = +, so that its ARN cannot be split at a slash or a colon',
    link: `${API}/API_connect-cases_GetCase.html`,
    certainty: 'modelled',
  },
  identifier: {
    states: 'identifiers and ARNs of Cases are strings of 1 to 500 characters; only the ids of cases have a pattern',
    link: `${API}/API_Operations_Amazon_Connect_Cases.html`,
    certainty: 'modelled',
  },
  caseObject: {
    states: 'a case has caseId, templateId and createdDateTime',
    link: PAGE,
    certainty: 'documented',
  },
  relatedItemObject: {
    states: 'a related item has relatedItemType, relatedItemId, caseId and createdDateTime',
    link: PAGE,
    certainty: 'documented',
  },
  onlyConfigured: {
    states: 'by default events carry only metadata; fields and content appear only when includedData asks for them',
    link: ENABLE,
    certainty: 'documented',
  },
  onlyNonNull: {
    states: 'fields "contains only non-null field values" of the configured fields: a field without a value is absent',
    link: PAGE,
    certainty: 'documented',
  },
  clearedField: {
    states: 'a field that was cleared is named in changedFieldIds and, being null, is absent from fields',
    link: PAGE,
    certainty: 'inferred',
  },
  fieldsAbsent: {
    states: 'when no configured field has a value, fields may be absent or empty; AWS does not say which',
    link: PAGE,
    certainty: 'inferred',
  },
  fieldValue: {
    states:
      'a field value has exactly one member: stringValue (0 to 4,100 characters), doubleValue, booleanValue, userArnValue or emptyValue',
    link: `${API}/API_connect-cases_FieldValueUnion.html`,
    certainty: 'modelled',
  },
  fieldTypes: {
    states:
      'Text, SingleSelect, Url and DateTime fields are stringValue, Number doubleValue, Boolean booleanValue, User userArnValue',
    link: `${API}/API_connect-cases_FieldValueUnion.html`,
    certainty: 'modelled',
  },
  textUnchecked: {
    states: 'stringValue has no pattern: the model does not promise that the text of a Url or DateTime field parses',
    link: `${API}/API_connect-cases_FieldValueUnion.html`,
    certainty: 'modelled',
  },
  textLength: {
    states: 'a field text has 0 to 4,100 characters, the summary up to 3,000, of any Unicode',
    link: `${API}/API_connect-cases_FieldValueUnion.html`,
    certainty: 'modelled',
  },
  numbers: {
    states: 'doubleValue is any double: zero, negative, fractional, tiny and huge',
    link: `${API}/API_connect-cases_FieldValueUnion.html`,
    certainty: 'modelled',
  },
  options: {
    states: 'options of a single-select field can be added at any time, status included (open and closed are built in)',
    link: FIELDS,
    certainty: 'documented',
  },
  fieldIds: {
    states: 'a custom field appears under its id; ids are strings of 1 to 500 characters, not necessarily UUIDs',
    link: `${API}/API_connect-cases_FieldValue.html`,
    certainty: 'modelled',
  },
  customFields: {
    states: 'customers add fields to the case object at any time, and the event schema reflects that',
    link: PAGE,
    certainty: 'documented',
  },
  commentBody: {
    states: 'a comment body has 1 to 15,000 characters',
    link: `${API}/API_connect-cases_CommentContent.html`,
    certainty: 'modelled',
  },
  optionalContent: {
    states: 'the events page shows content without some members of the API: they may be present or absent',
    link: PAGE,
    certainty: 'inferred',
  },
  additions: {
    states:
      'AWS adds properties, related item types and event types without notice, as it added performedBy, Sla and Custom',
    link: EVENTS_REFERENCE,
    certainty: 'observed',
  },
  sourceOnlyRule: {
    states:
      'a rule on source alone also delivers CloudTrail calls of Cases, whose detail is a record with the eventType AwsApiCall',
    link: `${EVENTBRIDGE}/eb-service-event-cloudtrail.html`,
    certainty: 'documented',
  },
  patternSize: {
    states: 'an event pattern has no more than 4,096 characters',
    link: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html',
    certainty: 'documented',
  },
  patternLeaves: {
    states:
      'each leaf of an event pattern is a list of strings, numbers, true, false, null and operators: one of them suffices, and every leaf must match',
    link: `${EVENTBRIDGE}/eb-event-patterns.html`,
    certainty: 'documented',
  },
  patternOr: {
    states:
      '$or takes a list of at least two objects, and the lengths of all lists of $or multiply to no more than 1,000 combinations',
    link: `${EVENTBRIDGE}/eb-create-pattern-operators.html`,
    certainty: 'documented',
  },
  patternOverride: {
    states:
      'the engine of EventBridge keeps one list of conditions for a key: of a key beside $or and the same key in a branch, the later counts',
    link: ENGINE,
    certainty: 'observed',
  },
  patternKeys: {
    states:
      'the engine of EventBridge takes no more than 256 keys with conditions, counted for each combination of $or',
    link: ENGINE,
    certainty: 'observed',
  },
  patternDepth: {
    states: 'the engine of EventBridge reads no JSON with more than 1,000 levels',
    link: ENGINE,
    certainty: 'observed',
  },
  patternDoubles: {
    states:
      'the engine of EventBridge compares numbers as doubles, so 300 equals 300.0; in numeric and anything-but it refuses a number whose double has other digits, as all with more than 17; the page says that 300 and 300.0 differ, and allows -5e9 to 5e9',
    link: ENGINE,
    certainty: 'observed',
  },
  existsLeaf: {
    states: 'exists works on leaves only: an object, an empty list and a list of objects do not exist for it',
    link: `${EVENTBRIDGE}/eb-create-pattern-operators.html`,
    certainty: 'documented',
  },
  anythingButKinds: {
    states: 'anything-but takes strings or numbers, and a list of it has one kind of them',
    link: ENGINE,
    certainty: 'observed',
  },
  patternElements: {
    states: 'conditions on the elements of a list must hold in the same element',
    link: ENGINE,
    certainty: 'observed',
  },
  size: {
    states: 'an entry has less than 1 MB (256 KB until January 2026); 400 fields of 4,100 characters exceed both',
    link: `${EVENTBRIDGE}/eb-putevent-size.html`,
    certainty: 'documented',
  },
  fieldCount: {
    states: 'up to 400 fields can be included in case events',
    link: `${API}/API_connect-cases_CaseEventIncludedData.html`,
    certainty: 'modelled',
  },
  domainGrows: {
    states:
      'customers can add fields to a domain and to its event configuration at any time, up to 400; the next event has them, and may reach the largest entry size',
    link: `${API}/API_connect-cases_CaseEventIncludedData.html`,
    certainty: 'modelled',
  },
  typical: {
    states: 'values differ from case to case',
    link: PAGE,
    certainty: 'inferred',
  },
  timestamps: {
    states: 'timestamps of the detail are ISO 8601 in UTC, shown with three fraction digits',
    link: PAGE,
    certainty: 'documented',
  },
  retries: {
    states:
      'EventBridge invokes the function asynchronously: a function that fails or does not answer is invoked again, and the event may be lost in the end',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
    certainty: 'documented',
  },
  asyncRetries: {
    states: 'Lambda attempts a failed asynchronous invocation two more times by default, one and two minutes later',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
    certainty: 'documented',
  },
  outages: {
    states:
      'a call of a service can time out, be throttled or fail with a 5xx, also after the retries of the SDK; a call that timed out may have had its effect',
    link: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html',
    certainty: 'inferred',
  },
  topicRetries: {
    states:
      'a topic invokes the function asynchronously: Lambda queues its messages, and invokes the function again if it fails or does not answer',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html',
    certainty: 'documented',
  },
  queueRetries: {
    states:
      'messages of a queue are deleted only after a successful invocation: if the function fails or does not answer, its whole batch comes again',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/sqs-retries.html',
    certainty: 'documented',
  },
  skippedBatches: {
    states:
      'Firehose retries a failed invocation three times by default, then skips the batch: its records count as not processed',
    link: 'https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-failure-handling.html',
    certainty: 'documented',
  },
  bestEffort: {
    states: 'EventBridge delivers Cases events with best effort: an event may be lost',
    link: EVENTS_REFERENCE,
    certainty: 'documented',
  },
  atLeastOnce: {
    states: 'in rare cases a rule runs more than once for one event, or its target is invoked more than once',
    link: `${EVENTBRIDGE}/eb-troubleshooting.html`,
    certainty: 'documented',
  },
  order: {
    states: 'EventBridge promises no order; approximateChangeTime "can be used for ordering"',
    link: PAGE,
    certainty: 'documented',
  },
  otherSenders: {
    states: 'a queue, topic or stream takes messages from any permitted sender: a redrive, a script, a manual test',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html',
    certainty: 'inferred',
  },
  frozen: {
    states: 'Lambda freezes a function after its answer; unfinished work continues during a later event, if at all',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html',
    certainty: 'documented',
  },
  concurrency: {
    states: 'Lambda runs as many instances of a function at once as there are events or batches that wait for it',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html',
    certainty: 'documented',
  },
  batches: {
    states: 'Lambda gathers the records of a queue or a stream, and invokes the function with one or more of them',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
    certainty: 'documented',
  },
  partialBatches: {
    states:
      'a partial batch response names the failed records by id, { batchItemFailures: [{ itemIdentifier }] }; these come again, an unknown id makes the whole batch come again, and an answer without batchItemFailures is success',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html',
    certainty: 'documented',
  },
  ignoredReports: {
    states:
      'without ReportBatchItemFailures in the FunctionResponseTypes of its event source mapping, Lambda ignores batchItemFailures: the whole batch counts as done, unless the function throws',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html',
    certainty: 'documented',
  },
  checkpoints: {
    states: 'a partial batch response names a record by its sequence number; this record and all later ones come again',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html',
    certainty: 'documented',
  },
  transformedRecords: {
    states:
      'Firehose expects an answer for each record, by its recordId: Ok, Dropped or ProcessingFailed; anything else counts as failed, and Firehose sets such a record aside',
    link: 'https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html',
    certainty: 'documented',
  },
  deadLetters: {
    states: 'after maxReceiveCount deliveries a message goes to the dead-letter queue, and no longer to the function',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    certainty: 'documented',
  },
  deadLetterKind: {
    states:
      'the dead-letter queue of a FIFO queue is a FIFO queue, that of a standard queue is a standard queue, and it may refuse the queues that use it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    certainty: 'documented',
  },
  retention: {
    states: 'without a dead-letter queue a message comes again until its retention period ends, and is then deleted',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-architecture.html',
    certainty: 'documented',
  },
  visibilityTimeout: {
    states:
      "AWS advises a visibility timeout of a queue of at least six times its function's timeout; a message that becomes visible while the function still works on it comes again",
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    certainty: 'documented',
  },
  oneReader: {
    states: 'each message of a queue goes to one of its readers: two mappings of a queue share its messages',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html',
    certainty: 'inferred',
  },
  targetPermission: {
    states:
      'EventBridge needs a permission of the function, the queue or the topic that a rule sends to: without it nothing arrives, and no error is seen',
    link: `${EVENTBRIDGE}/eb-use-resource-based.html`,
    certainty: 'documented',
  },
  explicitDeny: {
    states: 'an explicit Deny in a policy overrides every Allow',
    link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    certainty: 'documented',
  },
  qualifiedPermission: {
    states:
      'a permission of a function holds only for the ARN that it names: that of the function, of a version or of an alias',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/using-aliases.html',
    certainty: 'documented',
  },
  targetRole: {
    states:
      'a target without policy of its own, such as a Kinesis or a Firehose stream, needs a role in which EventBridge sends to it',
    link: `${EVENTBRIDGE}/eb-events-iam-roles.html`,
    certainty: 'documented',
  },
  fifoTopicTarget: {
    states: 'EventBridge does not support FIFO topics as targets of a rule',
    link: `${EVENTBRIDGE}/eb-targets.html`,
    certainty: 'documented',
  },
  ruleTargets: {
    states: 'a rule sends the events that match its pattern to its targets, each named by its ARN',
    link: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html',
    certainty: 'documented',
  },
  targetCount: {
    states: 'a rule has at most five targets',
    link: `${EVENTBRIDGE}/eb-targets.html`,
    certainty: 'documented',
  },
  batchingWindow: {
    states: 'a mapping of a queue with a batch size above 10 needs a batching window of at least one second',
    link: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
    certainty: 'documented',
  },
  propertyNames: {
    states: 'a resource takes only the properties of its type, and the deployment of a template with another one fails',
    link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    certainty: 'inferred',
  },
  referenceValues: {
    states:
      'the Ref of a queue is its URL, that of a function or a stream is its name, and Fn::GetAtt with Arn returns the ARN',
    link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
    certainty: 'documented',
  },
  macros: {
    states: 'a macro, an included file or a loop changes the template when CloudFormation processes it',
    link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html',
    certainty: 'documented',
  },
  filterKeys: {
    states:
      "the filters of a mapping look at the record: the event is in the body of a queue's record, and in the data of a stream's record",
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html',
    certainty: 'documented',
  },
  encryptedQueue: {
    states:
      'a service sends to an encrypted queue only if the policy of its customer managed KMS key permits that service to use the key',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
    certainty: 'documented',
  },
  encryptedTopic: {
    states:
      'a service publishes to an encrypted topic only if the policy of its customer managed KMS key permits that service to use the key',
    link: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
    certainty: 'documented',
  },
  topicPermission: {
    states: 'a topic needs a permission of the function or the queue that subscribes to it: without it nothing arrives',
    link: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
    certainty: 'documented',
  },
  ruleState: {
    states: 'a rule in the state DISABLED delivers nothing',
    link: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html',
    certainty: 'documented',
  },
  mappingState: {
    states: 'an event source mapping that is not enabled reads nothing from its queue or stream',
    link: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
    certainty: 'documented',
  },
  processingState: {
    states: 'a delivery stream invokes the function that transforms its records only if its processing is enabled',
    link: 'https://docs.aws.amazon.com/firehose/latest/APIReference/API_ProcessingConfiguration.html',
    certainty: 'documented',
  },
  reservedConcurrency: {
    states: 'a function with a reserved concurrency of zero is not invoked',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
    certainty: 'documented',
  },
  defaultBus: {
    states: 'events of AWS services, such as Cases, arrive at the default event bus of their account and Region',
    link: `${EVENTBRIDGE}/eb-event-bus.html`,
    certainty: 'documented',
  },
  fifoTarget: {
    states:
      'a rule sends to a FIFO queue only with a message group id (SqsParameters), and if the queue deduplicates by content',
    link: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html',
    certainty: 'documented',
  },
  filterPolicyScope: {
    states:
      'a filter policy looks at message attributes, unless its scope is MessageBody; a message that a rule sends has no attributes',
    link: 'https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html',
    certainty: 'documented',
  },
  streamRetries: {
    states:
      'a stream retries a failed batch until it succeeds, its records expire, or the configured retries run out; later records wait',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
    certainty: 'documented',
  },
  answers: {
    states: 'Lambda writes the answer of a function as JSON; an answer that JSON cannot hold fails the invocation',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html',
    certainty: 'documented',
  },
  answerSize: {
    states:
      'the answer of a Lambda function is no more than 6 MB of JSON (its error says 6,291,556 bytes): a larger one fails the invocation',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    certainty: 'documented',
  },
  emptyEventLoop: {
    states:
      'a function that answers by callback has answered when its event loop is empty, unless context.callbackWaitsForEmptyEventLoop is false',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html',
    certainty: 'documented',
  },
} as const satisfies Record<string, Fact>;

/** The name of a fact. */
export type FactName = keyof typeof facts;
