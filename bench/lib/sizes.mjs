/** Bytes of an event without fields, and of a field without its text: `"<UUID>":{"value":{"stringValue":""}},`. */
const ENVELOPE = 900;
const FIELD = 69;

/**
 * The sizes of the comparison. Ours has exactly `bytes`, from a domain of `texts` text fields (the example domain,
 * where there are none); the others, which take no size, make `fields` fields with texts of `characters`.
 */
export const sizes = [
  sizeOf('1.8 KB', 1800, 7),
  { ...sizeOf('64 KB', 65_536, 62), texts: 62 },
  { ...sizeOf('256 KB', 262_144, 250), texts: 250 },
  { ...largest(), texts: 400 },
];

/** The size of the documented ceiling. */
export const maximum = sizes[2];

function sizeOf(name, bytes, fields, room = bytes) {
  return { name, bytes, fields, characters: Math.round((room - ENVELOPE) / fields) - FIELD };
}

/** Some bytes less for those that cannot aim: at the very ceiling of EventBridge half of their events would be too large. */
function largest() {
  return sizeOf('1 MB', 1_048_576, 400, 980_000);
}
