/** A value of a template, as far as the template decides it. */
export type Resolved =
  | string
  | number
  | boolean
  | null
  | undefined
  | ResolvedList
  | ResolvedObject
  | Reference
  | Unresolved;

/** A list of values. */
export type ResolvedList = readonly Resolved[];

/** Values by name. */
export interface ResolvedObject {
  readonly [name: string]: Resolved;
}

/** An attribute of a resource of the template, which exists only after deployment. */
export class Reference {
  /** The logical id, or the address in Terraform. */
  readonly resource: string;
  /** `Ref`, or the name of the attribute. */
  readonly attribute: string;
  readonly #parameter: string | undefined;

  /** @param parameter the name by which `options.parameters` takes the value, if it is not that of the reference */
  constructor(resource: string, attribute: string, parameter?: string) {
    this.resource = resource;
    this.attribute = attribute;
    this.#parameter = parameter;
  }

  /** The reference as `Fn::Sub` writes it: `${Queue.Arn}`. */
  get text(): string {
    return `\${${this.name}}`;
  }

  /** The reference without braces: `Queue.Arn`. */
  get name(): string {
    return this.attribute === 'Ref' ? this.resource : `${this.resource}.${this.attribute}`;
  }

  /** The name by which `options.parameters` takes the value. */
  get parameter(): string {
    return this.#parameter ?? this.name;
  }
}

/** A value that the template does not decide. */
export class Unresolved {
  /** As much of it as is known, with unknown parts as `Fn::Sub` writes them: `arn:aws:sqs:${AWS::Region}:…`. */
  readonly text: string;
  /** What is unknown, by the names that `options.parameters` takes. */
  readonly names: readonly string[];
  /** Why it is unknown, as a sentence. */
  readonly because: string;
  /** Whether the template is wrong there: no given value helps. */
  readonly isFault: boolean;

  constructor(text: string, names: readonly string[], because: string, isFault: boolean = false) {
    this.text = text;
    this.names = names;
    this.because = because;
    this.isFault = isFault;
  }
}

/** Whether a value is a list. */
export function isList(value: Resolved): value is ResolvedList {
  return Array.isArray(value);
}

/** Whether a value has members of its own. */
export function isObject(value: Resolved): value is ResolvedObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !isList(value) &&
    !(value instanceof Reference) &&
    !(value instanceof Unresolved)
  );
}
