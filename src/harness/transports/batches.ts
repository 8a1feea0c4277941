/** What SQS invokes a function with, as far as most functions read it; `SQSEvent` of `@types/aws-lambda` is the whole. */
export interface QueueBatch {
  /** The messages, at most as many as the batch size. */
  readonly Records: readonly {
    /** What a partial batch response names the message by. */
    readonly messageId: string;
    /** The event as JSON, or a topic's notification that holds it. */
    readonly body: string;
    /** `ApproximateReceiveCount` and the like, as texts. */
    readonly attributes: Readonly<Record<string, string>>;
  }[];
}

/** What SNS invokes a function with, as far as most functions read it; `SNSEvent` of `@types/aws-lambda` is the whole. */
export interface TopicBatch {
  /** One notification. */
  readonly Records: readonly {
    /** The notification; its `Message` is the event as JSON. */
    readonly Sns: {
      /** The same when SNS sends the notification again. */
      readonly MessageId: string;
      /** The event as JSON. */
      readonly Message: string;
    };
  }[];
}

/** What Kinesis invokes a function with, as far as most functions read it; `KinesisStreamEvent` is the whole. */
export interface StreamBatch {
  /** The records, at most as many as the batch size. */
  readonly Records: readonly {
    /** The record; its `data` is the event as JSON in base64. */
    readonly kinesis: {
      /** What a partial batch response names the record by. */
      readonly sequenceNumber: string;
      /** The event as JSON in base64. */
      readonly data: string;
    };
  }[];
}

/** What Firehose invokes a function with, as far as most functions read it; `FirehoseTransformationEvent` is the whole. */
export interface FirehoseBatch {
  /** The records to transform. */
  readonly records: readonly {
    /** What the answer names the record by. */
    readonly recordId: string;
    /** The event as JSON in base64. */
    readonly data: string;
  }[];
}
