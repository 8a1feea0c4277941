import { Buffer } from 'node:buffer';
import type { Json } from '../../../contracts/matchers.ts';
import { valueAt } from '../../../model/values/eventPath.ts';
import { show } from '../../../model/values/invalidArgument.ts';
import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import { explainUnreadableJson } from './explainUnreadableJson.ts';

/** The body of a message as JSON, and its content type. */
export interface MessageContent {
  readonly contentType: string;
  readonly body: Json | undefined;
  /** Why there is no such body, if this is a mistake of the consumer. */
  readonly unreadable?: string;
}

/**
 * The body of a message. V3 has it in `contents`, V4 in `contents.content`: as JSON, as text, or in base64 if its
 * writer took it for binary.
 */
export function readContent(raw: unknown): MessageContent {
  const ofV4 = valueAt(raw, ['type']) !== undefined || isWrapped(valueAt(raw, ['contents']));
  const value = valueAt(raw, ofV4 ? ['contents', 'content'] : ['contents']);
  const contentType = readContentType(raw, ofV4);
  if (!MEDIA_TYPE.test(contentType)) {
    return {
      contentType: JSON_TYPE,
      body: undefined,
      unreadable: `its content type is ${show(contentType)}; allowed: a value for an HTTP header, such as "${JSON_TYPE}"`,
    };
  }
  if (value === undefined) return { contentType, body: undefined };
  const encoded = ofV4 && String(valueAt(raw, ['contents', 'encoded'])).toLowerCase() === 'base64';
  const body =
    typeof value === 'string' ? parseIfJson(encoded ? Buffer.from(value, 'base64').toString() : value) : value;
  if (!/json/i.test(contentType) || (typeof value === 'string' && typeof body !== 'object')) {
    return { contentType, body: undefined, unreadable: `its content is ${contentType}, and events are JSON` };
  }
  const why = explainUnreadableJson(body);
  if (why !== undefined) return { contentType, body: undefined, unreadable: `in its content, ${why}` };
  return { contentType, body: body as Json };
}

const JSON_TYPE = 'application/json';

/** A media type with optional parameters, in visible ASCII characters. */
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+ *(;[\x20-\x7e]*)?$/;

function isWrapped(contents: unknown): boolean {
  return valueAt(contents, ['content']) !== undefined && valueAt(contents, ['encoded']) !== undefined;
}

function readContentType(raw: unknown, ofV4: boolean): string {
  const named = [
    ...(ofV4 ? [['contents', 'contentType']] : []),
    ...['metaData', 'metadata'].flatMap((key) => ['contentType', 'content-type'].map((name) => [key, name])),
  ].map((segments) => valueAt(raw, segments));
  return (named.find((type) => typeof type === 'string') as string | undefined) ?? JSON_TYPE;
}
