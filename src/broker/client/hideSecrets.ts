import { Buffer } from 'node:buffer';

/** Shorter secrets occur in every text: removing them would make texts unreadable, and reveal them. */
const SHORTEST = 4;

/**
 * Removes all secrets from a text: in clear, as written in addresses, JSON and HTML, and in base64, also inside a
 * longer encoded text. Secrets of fewer than four characters stay.
 */
export function hideSecrets(secrets: readonly string[], text: string): string {
  const forms = secrets.filter(({ length }) => length >= SHORTEST).flatMap(listForms);
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, '***'), text);
}

function listForms(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const percent = encodeURIComponent(secret);
  const encoded = [Buffer.from(secret).toString('base64'), ...listBase64Pieces(secret)];
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

/** The constant part of a secret in the base64 of a longer text. It depends only on the position, modulo three. */
function listBase64Pieces(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    const inside = whole.slice(before === 0 ? 0 : 4);
    // A short piece occurs in other texts, too.
    return inside.length >= 8 ? [inside] : [];
  });
}
