import { deflateSync } from 'node:zlib';

/**
 * What is new in some events: the share of field keys that earlier events lack, and the share of bytes left by deflate.
 */
export function entropyOf(events) {
  const half = events.length >> 1;
  const before = new Set(events.slice(0, half).flatMap(keysOf));
  const after = events.slice(half).flatMap(keysOf);
  const json = Buffer.from(events.map((event) => JSON.stringify(event)).join('\n'));
  return {
    newKeys: after.filter((key) => !before.has(key)).length / after.length,
    deflated: deflateSync(json).length / json.length,
  };
}

function keysOf({ detail }) {
  return Object.keys(detail.case.fields ?? {});
}
