/** Bytes of an event without fields, and of a field without its text: `"<UUID>":{"value":{"stringValue":""}},`. */
const ENVELOPE = 900;
const FIELD = 69;

/**
 * The sizes of the comparison. Ours has exactly `bytes`, from a domain of `texts` text fields (or the example domain).
 * The peers cannot aim at a size; they make `fields` fields with texts of `characters`.
 */
export const sizes = [
  sizeOf('1.8 KB', 1800, 7),
  { ...sizeOf('64 KB', 65_536, 62), texts: 62 },
  { ...sizeOf('256 KB', 262_144, 250), texts: 250 },
  { ...largest(), texts: 400 },
];

/** The documented size limit. */
export const maximum = sizes[2];

function sizeOf(name, bytes, fields, room = bytes) {
  return { name, bytes, fields, characters: Math.round((room - ENVELOPE) / fields) - FIELD };
}

/**
 * A somewhat smaller size for generators that cannot aim: at EventBridge's limit half of their events would be too
 * large.
 */
function largest() {
  return sizeOf('1 MB', 1_048_576, 400, 980_000);
}
