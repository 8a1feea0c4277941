/** The properties of a type; those with parts that matter here have names of their own. */
export interface PropertyNames {
  readonly [name: string]: PropertyNames | true;
}

function listNames(text: string): PropertyNames {
  return Object.fromEntries(text.split(/\s+/).map((name) => [name, true]));
}

const destination = { OnFailure: { Destination: true, Type: true }, OnSuccess: true } as const;

/**
 * The properties of the types on a way, with those of SAM.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html (documented)
 */
export const propertyNames: Readonly<Record<string, PropertyNames>> = {
  'AWS::Events::Rule': {
    ...listNames('Description EventBusName EventPattern Name RoleArn ScheduleExpression State Tags'),
    Targets: {
      ...listNames(
        'AppSyncParameters Arn BatchParameters DeadLetterConfig EcsParameters HttpParameters Id Input InputPath KinesisParameters RedshiftDataParameters RetryPolicy RoleArn RunCommandParameters SageMakerPipelineParameters',
      ),
      InputTransformer: listNames('InputPathsMap InputTemplate'),
      SqsParameters: listNames('MessageGroupId'),
    },
  },
  'AWS::Lambda::EventSourceMapping': {
    ...listNames(
      'AmazonManagedKafkaEventSourceConfig BatchSize BisectBatchOnFunctionError DocumentDBEventSourceConfig Enabled EventSourceArn FunctionName FunctionResponseTypes KmsKeyArn LoggingConfig MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts MetricsConfig ParallelizationFactor ProvisionedPollerConfig Queue Queues ScalingConfig SelfManagedEventSource SelfManagedKafkaEventSourceConfig SourceAccessConfigurations StartingPosition StartingPositionTimestamp Stream Tags Topics TumblingWindowInSeconds',
    ),
    FilterCriteria: { Filters: { Pattern: true } },
    DestinationConfig: destination,
  },
  'AWS::Lambda::EventInvokeConfig': {
    ...listNames('FunctionName MaximumEventAgeInSeconds MaximumRetryAttempts Qualifier'),
    DestinationConfig: destination,
  },
  'AWS::Lambda::Function': {
    ...listNames(
      'Architectures AssumeRolePolicyDocument AutoPublishAlias AutoPublishAliasAllProperties AutoPublishCodeSha256 CapacityProviderConfig Code CodeSigningConfigArn CodeUri DeploymentPreference Description DurableConfig Environment EphemeralStorage EventInvokeConfig Events FileSystemConfigs FunctionName FunctionScalingConfig FunctionUrlConfig Handler ImageConfig ImageUri InlineCode KmsKeyArn Layers LoggingConfig MemorySize PackageType PermissionsBoundary Policies PropagateTags ProvisionedConcurrencyConfig PublishToLatestPublished RecursiveLoop ReservedConcurrentExecutions Role RolePath Runtime RuntimeManagementConfig SnapStart SourceKMSKeyArn Tags TenancyConfig Timeout Tracing TracingConfig VersionDeletionPolicy VersionDescription VpcConfig',
    ),
    DeadLetterConfig: listNames('TargetArn'),
    DeadLetterQueue: listNames('TargetArn Type'),
  },
  'AWS::SQS::Queue': {
    ...listNames(
      'ContentBasedDeduplication DeduplicationScope DelaySeconds FifoQueue FifoThroughputLimit KmsDataKeyReusePeriodSeconds KmsMasterKeyId MaximumMessageSize MessageRetentionPeriod QueueName ReceiveMessageWaitTimeSeconds RedriveAllowPolicy SqsManagedSseEnabled Tags VisibilityTimeout',
    ),
    RedrivePolicy: listNames('deadLetterTargetArn maxReceiveCount'),
  },
  'AWS::SNS::Subscription': listNames(
    'DeliveryPolicy Endpoint FilterPolicy FilterPolicyScope Protocol RawMessageDelivery RedrivePolicy Region ReplayPolicy SubscriptionRoleArn TopicArn',
  ),
};

/** The types that are read, among which a misspelt one is searched. */
export const types: readonly string[] = [
  ...Object.keys(propertyNames),
  'AWS::Serverless::Function',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Version',
  'AWS::Lambda::Permission',
  'AWS::SQS::QueuePolicy',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::Events::EventBus',
  'AWS::Kinesis::Stream',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::KMS::Key',
  'AWS::KMS::Alias',
];

/**
 * What a resource has beside its properties.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html (documented)
 */
export const memberNames: PropertyNames = listNames(
  'Type Properties Condition DependsOn Metadata CreationPolicy UpdatePolicy DeletionPolicy UpdateReplacePolicy Connectors IgnoreGlobals',
);

const ofRule = {
  ...listNames('DeadLetterConfig Enabled EventBusName Input InputPath Pattern RetryPolicy RuleName State Target'),
  InputTransformer: listNames('InputPathsMap InputTemplate'),
};
const ofOther: PropertyNames = {};

/**
 * The properties of the events of SAM by their types; those of a mapping are checked in the mapping.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html (documented)
 */
export const samEvents: Readonly<Record<string, PropertyNames>> = {
  EventBridgeRule: ofRule,
  CloudWatchEvent: ofRule,
  SNS: listNames('FilterPolicy FilterPolicyScope RedrivePolicy Region SqsSubscription Topic'),
  ...Object.fromEntries(
    'SQS Kinesis AlexaSkill Api CloudWatchLogs Cognito DocumentDB DynamoDB HttpApi IoTRule MQ MSK S3 Schedule ScheduleV2 SelfManagedKafka'
      .split(' ')
      .map((type) => [type, ofOther]),
  ),
};
