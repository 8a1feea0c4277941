/** The members of SQS's invocation event that most functions read; `SQSEvent` of `@types/aws-lambda` is complete. */
export interface QueueBatch {
  /** The messages, at most as many as the batch size. */
  readonly Records: readonly {
    /** The message's name in a partial batch response. */
    readonly messageId: string;
    /** The event as JSON, or a topic's notification that holds it. */
    readonly body: string;
    /** `ApproximateReceiveCount` and the like, as texts. */
    readonly attributes: Readonly<Record<string, string>>;
  }[];
}

/** The members of SNS's invocation event that most functions read; `SNSEvent` of `@types/aws-lambda` is complete. */
export interface TopicBatch {
  /** One notification. */
  readonly Records: readonly {
    /** The notification; its `Message` is the event as JSON. */
    readonly Sns: {
      /** Stays the same when SNS sends the notification again. */
      readonly MessageId: string;
      /** The event as JSON. */
      readonly Message: string;
    };
  }[];
}

/** The members of Kinesis's invocation event that most functions read; `KinesisStreamEvent` is complete. */
export interface StreamBatch {
  /** The records, at most as many as the batch size. */
  readonly Records: readonly {
    /** The record; its `data` is the event as JSON in base64. */
    readonly kinesis: {
      /** The record's name in a partial batch response. */
      readonly sequenceNumber: string;
      /** The event as JSON in base64. */
      readonly data: string;
    };
  }[];
}

/** The members of Firehose's invocation event that most functions read; `FirehoseTransformationEvent` is complete. */
export interface FirehoseBatch {
  /** The records to transform. */
  readonly records: readonly {
    /** The record's name in the answer. */
    readonly recordId: string;
    /** The event as JSON in base64. */
    readonly data: string;
  }[];
}
