import { Buffer } from 'node:buffer';

/** Shorter ones are in every text: to take them out would make texts unreadable, and spell them. */
const SHORTEST = 4;

/**
 * A text in which no secret is left: in clear, as it stands in addresses, JSON and HTML, and in base64, also inside of a
 * longer text that was encoded as a whole. Secrets of fewer than four characters are left.
 */
export function withoutSecrets(secrets: readonly string[], text: string): string {
  const forms = secrets.filter(({ length }) => length >= SHORTEST).flatMap(listForms);
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, '***'), text);
}

function listForms(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const percent = encodeURIComponent(secret);
  const encoded = [Buffer.from(secret).toString('base64'), ...base64Inside(secret)];
  return [
    secret,
    json,
    json.replaceAll('/', '\\/'),
    percent,
    percent.replace(/%../g, (code) => code.toLowerCase()),
    encodeURI(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ...encoded.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')]),
  ];
}

/** What base64 always writes of a secret inside of a longer text: it depends on the place only, of which there are three. */
function base64Inside(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    const inside = whole.slice(before === 0 ? 0 : 4);
    // A few characters stand in other texts, too.
    return inside.length >= 8 ? [inside] : [];
  });
}
