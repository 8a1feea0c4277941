import type { Rule } from '../../../model/rule/rule.ts';
import type { Message } from '../../harness/transports/message.ts';

/** A filter on the way to a function. */
export interface WayFilter {
  /** Its patterns, of which one suffices. They look at what {@link WayFilter.view} shows. */
  readonly rule: Rule;
  /** What the patterns see of a message: a record, the content of a message, or its attributes. */
  view(message: Message): object | undefined;
  /** The member of the view that holds the body; absent if the view is the body. */
  readonly bodyKey?: string;
  /** The reason why no event meets a leaf that looks at nothing, and what is usually behind it. */
  readonly nothing: { readonly because: string; readonly trap: string };
  /** Whether the filter lets a message through. */
  admits(message: Message): boolean;
}
