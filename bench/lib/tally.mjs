import { entrySize } from 'connect-cases-contracts';
import { parseCaseEvent } from 'connect-cases-contracts/schema';

/** Counts events, and checks each against the schema, the invariants and, if promised, the exact size. */
export class Tally {
  count = 0;
  valid = 0;
  bytes = 0;
  fields = 0;
  /** The fault of the first wrong event. */
  reason;

  /** `exactly` is the promised entry size, if any. */
  constructor(exactly) {
    this.exactly = exactly;
  }

  add(event) {
    this.count++;
    const wrong = wrongWith(event, this.exactly);
    if (wrong !== undefined) this.reason ??= wrong;
    else {
      this.valid++;
      this.bytes += entrySize(event);
      this.fields += Object.keys(event.detail.case?.fields ?? {}).length;
    }
  }

  addAll(events) {
    for (const event of events) this.add(event);
  }

  get allValid() {
    return this.valid === this.count && this.count > 0;
  }

  get meanBytes() {
    return this.bytes / this.valid;
  }

  get meanFields() {
    return this.fields / this.valid;
  }

  /** `0 of 200 valid: …`. */
  get verdict() {
    return `${this.valid} of ${this.count} valid${this.reason === undefined ? '' : `: ${this.reason}`}`;
  }
}

function wrongWith(event, exactly) {
  try {
    parseCaseEvent(event);
  } catch (error) {
    const issue = error.issues?.[0];
    return issue === undefined
      ? error.message
      : `${issue.path} is ${shortened(issue.received)}, not ${shortened(issue.allowed)}`;
  }
  const size = entrySize(event);
  return exactly === undefined || size === exactly ? undefined : `${size} bytes instead of ${exactly}`;
}

function shortened(text) {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
