import type { UnfitNumber } from '../values/listUnfitNumbers.ts';
import type { Unresolved } from '../values/resolved.ts';
import type { Setting } from '../values/settle.ts';

/**
 * The id of a resource: its logical id, or its address in Terraform. For a resource outside the template it is the ARN,
 * as far as it is known.
 */
export type Address = string;

/** What a template says about the way from a rule to a function, whatever language it is written in. */
export interface Infrastructure {
  readonly language: 'CloudFormation' | 'Terraform';
  readonly rules: readonly TemplateRule[];
  readonly functions: readonly LambdaFunction[];
  readonly queues: readonly Queue[];
  readonly topics: readonly Topic[];
  readonly subscriptions: readonly Subscription[];
  readonly mappings: readonly Mapping[];
  readonly deliveryStreams: readonly DeliveryStream[];
  readonly grants: readonly Grant[];
  readonly misspelt: readonly MisspeltName[];
  readonly wrongReferences: readonly WrongReference[];
  readonly pipes: readonly Pipe[];
  /** The resources that do not exist, because their condition does not hold. */
  readonly absent: readonly AbsentResource[];
  /** What the template has that is not read, in words that follow "The template has". */
  readonly unread: readonly string[];
  /** Macros and loops, which may make more resources: their names, in words that follow "The template has". */
  readonly macros: readonly string[];
  /** What names in braces mean, such as `Rule.Arn`, as far as it is known. */
  readonly texts: ReadonlyMap<string, string>;
  /** The resources that may not exist: nobody knows whether their condition holds. */
  readonly undecided: ReadonlyMap<Address, Unresolved>;
}

/** An EventBridge pipe. It is not followed. */
export interface Pipe {
  readonly id: Address;
  readonly source: Address;
  readonly target: Address;
}

/** A resource whose condition does not hold. */
export interface AbsentResource {
  readonly id: Address;
  readonly type: string;
  readonly condition: string;
}

/** A reference that gives a URL or a name, where AWS takes only an ARN. */
export interface WrongReference {
  /** The resource with the reference. */
  readonly on: Address;
  /** Its place: `Rule.Targets[0].Arn`. */
  readonly where: string;
  /** The resource that it means. */
  readonly to: Address;
  /** The reference as the template writes it, such as `Ref`, and what it gives. */
  readonly attribute: string;
  readonly gives: 'URL' | 'name';
}

/** The name of a property that its resource does not have, or of an unknown type. */
export interface MisspeltName {
  /** The resource. */
  readonly on: Address;
  /** Its place: `Mapping.FilterCriteria.Filtes`. */
  readonly where: string;
  /** Why it is wrong, as the end of a sentence: `has no property Filtes`. */
  readonly fault: string;
  /** The name that it resembles. */
  readonly near: string;
}

/** A rule with an event pattern. */
export interface TemplateRule {
  readonly id: Address;
  /** The name of its file, if the template is a file. */
  readonly file?: string;
  readonly pattern: Setting<unknown>;
  /** The `source` of the pattern, which may be known though the whole is not. */
  readonly source: Setting<unknown>;
  /** `ENABLED`, `DISABLED` or `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`. */
  readonly state: Setting<string | undefined>;
  /** Its event bus: the id, or the name if the template has no such bus; absent for the default bus. */
  readonly bus: Address | undefined;
  /** Why nobody knows which event bus it is. */
  readonly unknownBus: Unresolved | undefined;
  readonly targets: readonly RuleTarget[];
}

/** A target of a rule. */
export interface RuleTarget {
  readonly to: Address;
  /** Why nobody knows which resource it is. */
  readonly unknown: Unresolved | undefined;
  /** Its place in the template, for messages. */
  readonly where: string;
  readonly input: Input;
  /** The version or the alias of a function; see {@link readQualifier}. */
  readonly qualifier: string | undefined;
  /** The message group of a FIFO queue. */
  readonly messageGroupId: Setting<string | undefined>;
  /** Whether EventBridge acts in a role of its own, so that no policy of the target matters. */
  readonly hasRole: boolean;
  /** Its numbers that AWS refuses. */
  readonly unfit: readonly UnfitNumber[];
}

/** What a target gets of an event; with no member, the event itself. */
export interface Input {
  readonly constant?: Setting<string | undefined>;
  readonly path?: Setting<string | undefined>;
  readonly transformer?: { readonly paths: Setting<unknown>; readonly template: Setting<string | undefined> };
}

/** A Lambda function. */
export interface LambdaFunction {
  readonly id: Address;
  /** Other names by which people know it: `FunctionName`, `aws:cdk:path`. */
  readonly names: readonly string[];
  /** Seconds. */
  readonly timeout: Setting<number | undefined>;
  /** The most invocations at a time that are reserved for it; with 0 there is none. */
  readonly reservedConcurrency: Setting<number | undefined>;
  /** Whether it has a dead-letter queue for events on which it fails to the end. */
  readonly keepsFailures: boolean;
  /** How Lambda invokes it for a rule or a topic; one for each version or alias that has settings of its own. */
  readonly invokeConfigs: readonly InvokeConfig[];
  /** Its numbers that AWS refuses. */
  readonly unfit: readonly UnfitNumber[];
}

/** How Lambda invokes a version or an alias of a function for a rule or a topic. */
export interface InvokeConfig {
  readonly id: Address;
  /** The version or the alias; absent for the function itself. */
  readonly qualifier: string | undefined;
  /** How often Lambda invokes it again, if it fails. */
  readonly retries: Setting<number | undefined>;
  /** Whether it has a destination for failures. */
  readonly keepsFailures: boolean;
  /** Its numbers that AWS refuses. */
  readonly unfit: readonly UnfitNumber[];
}

/** A queue. */
export interface Queue {
  readonly id: Address;
  readonly isFifo: Setting<boolean | undefined>;
  readonly deduplicates: Setting<boolean | undefined>;
  /** Absent without a redrive policy. */
  readonly maxReceiveCount?: Setting<number | undefined>;
  /** Its dead-letter queue, if the template names one. */
  readonly deadLetters?: Address;
  /** Why the name of its dead-letter queue means nothing. */
  readonly deadLettersFault?: string;
  /** Whether no queue may use it as its dead-letter queue. */
  readonly refusesRedrive: boolean;
  /** Whether SAM makes it of `SqsSubscription`. */
  readonly isMadeBySam?: boolean;
  /** Seconds. */
  readonly visibilityTimeout: Setting<number | undefined>;
  /** Its numbers that AWS refuses. */
  readonly unfit: readonly UnfitNumber[];
  /** The KMS key that encrypts it, absent without one. */
  readonly key?: EncryptionKey;
}

/** A KMS key. */
export interface EncryptionKey {
  readonly id: Address;
  /** The services that may use it by its policy; undefined if the template does not decide that. */
  readonly services: readonly string[] | undefined;
}

/** A topic. */
export interface Topic {
  readonly id: Address;
  /** The KMS key that encrypts it, absent without one. */
  readonly key?: EncryptionKey;
  readonly isFifo: Setting<boolean | undefined>;
}

/** A subscription of a topic. */
export interface Subscription {
  readonly id: Address;
  readonly topic: Address;
  readonly endpoint: Address;
  /** The version or the alias of a function. */
  readonly qualifier: string | undefined;
  readonly isRaw: Setting<boolean | undefined>;
  readonly filterPolicy?: Setting<unknown>;
  readonly filterScope: Setting<string | undefined>;
}

/** An event source mapping. */
export interface Mapping {
  readonly id: Address;
  readonly source: Address;
  readonly function: Address;
  /** Whether SAM makes it of `SqsSubscription`. */
  readonly isMadeBySam?: boolean;
  /** Why nobody knows which source or function it is. */
  readonly unknown: Unresolved | undefined;
  /** Whether the source is a stream, which a mapping reads from a starting position. */
  readonly isOfStream: boolean;
  readonly isEnabled: Setting<boolean | undefined>;
  readonly batchSize: Setting<number | undefined>;
  /** Seconds. */
  readonly batchingWindow: Setting<number | undefined>;
  readonly responseTypes: Setting<unknown>;
  /** Patterns, as texts of JSON. */
  readonly filters: Setting<unknown>;
  readonly bisects: Setting<boolean | undefined>;
  readonly retries: Setting<number | undefined>;
  readonly keepsFailures: boolean;
  /** Its numbers that AWS refuses. */
  readonly unfit: readonly UnfitNumber[];
}

/** A delivery stream whose records a function transforms. */
export interface DeliveryStream {
  readonly id: Address;
  readonly transforms: readonly Address[];
  /** Whether it transforms records at all. */
  readonly isEnabled: Setting<boolean | undefined>;
  /** The stream that it reads, if rules do not send to it. */
  readonly source?: Address;
}

/** A permission for a service to use a resource, or a prohibition. */
export interface Grant {
  readonly id: Address;
  readonly kind: 'function' | 'queue' | 'topic';
  /** Undefined if the template does not decide it. */
  readonly on: Address | undefined;
  /** The version or the alias of a function. */
  readonly qualifier?: string | undefined;
  /** A `Deny` overrides every `Allow`. */
  readonly effect: 'Allow' | 'Deny';
  /** Such as `events.amazonaws.com`; `*` for all. Undefined if the template does not decide it. */
  readonly service: string | undefined;
  /** The sources that it names, for messages: rules, or topics; absent for any. */
  readonly sources?: readonly Address[];
  /** What must hold for the sender, all of it. */
  readonly tests: readonly SenderTest[];
  /** The ARNs of receivers that it names, of which one suffices; absent for the resource that has the policy. */
  readonly receivers?: readonly string[];
  /** Whether it may not hold: the template does not decide whether it exists, or what else it asks for. */
  readonly isOpen: boolean;
  /** What is unknown in it, by the names that `options.parameters` takes. */
  readonly names: readonly string[];
}

/** A condition of a permission on its sender. Unknown parts stand as `Fn::Sub` writes them. */
export interface SenderTest {
  readonly key: 'arn' | 'account';
  /** Whether `*` and `?` stand for other characters. */
  readonly isPattern: boolean;
  /** Of these one suffices. */
  readonly values: readonly string[];
}
