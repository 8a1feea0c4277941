import { formatPath } from '../../../model/values/eventPath.ts';
import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import { isMembers } from '../../../model/values/members.ts';
import { joinFirst } from '../../../model/values/show/joinFirst.ts';
import { cutToHead } from '../../../model/values/text.ts';
import type { TargetInput } from '../transports/transport.ts';

/** The title of the section about what a target sends. */
export const INPUT_TITLE = 'What the target of the rule sends in place of the event';

/** The lines below {@link INPUT_TITLE}; none if the target sends the event itself. */
export function listInputLines({ input }: { readonly input?: TargetInput | undefined }, event: object): string[] {
  return input === undefined ? [] : [describeInput(input, event)];
}

/** What a target sends in place of an event: its place in the template, and the beginning of the text. */
export function describeInput(input: TargetInput, event: object): string {
  return `${describeSent(input)}. What reaches the function: ${showText(input.write(event))}`;
}

/** What a handler of whole events can do behind an input of its target. */
export function adviseOnInput({ name, part, locate }: TargetInput): string {
  const otherwise = `Or remove ${name}: then the target sends the event itself.`;
  if (part !== undefined) {
    const place = formatPath(part);
    return `Let the handler read the paths of the row where they are: its input is $.${place} of the event, so it has no ${place} around it. ${otherwise}`;
  }
  if (locate === undefined) return `The same text comes for every event. ${otherwise.replace('Or remove', 'Remove')}`;
  return `Let the handler read the paths of the row where the template writes them. ${otherwise}`;
}

/** What a target sends in place of an event, for all events, without a full stop. */
export function describeSent({ name, part, locate }: TargetInput): string {
  if (part !== undefined) return `${name} sends only $.${formatPath(part)} of the event`;
  return `${name} sends ${locate === undefined ? 'the same text for every event' : 'another text in place of the event'}`;
}

/** The most characters of a sent text, and the most of its members. */
const MOST = { shown: 200, members: 12 };

/** A text that is cut also shows the names of its members. */
function showText(text: string): string {
  if (text.length <= MOST.shown) return text;
  const parsed = parseIfJson(text);
  const members = isMembers(parsed) ? ` (its members: ${joinFirst(Object.keys(parsed), MOST.members)})` : '';
  return `${cutToHead(text, MOST.shown)}${members}`;
}
