import { defineDomain, exampleDomain } from 'connect-cases-contracts';
import { caseUpdated } from 'connect-cases-contracts/arbitraries';
import fc from 'fast-check';
import { place } from './caseUpdatedOf.mjs';
import { fieldIds } from './strictSchema.mjs';

/** Our generators in all measured forms: events of exactly the size. */
export const ours = [
  oursFor('ours, pooled'),
  oursFor('ours, fresh keys', { customFields: 'fresh' }),
  oursFor('ours, every byte fresh', { customFields: 'fresh', texts: 'fresh' }),
  oursFor('ours, with the JSON text', {}, {}, true),
];

/** Our generator for the example domain with its eleven fields; at the smallest size every form uses that domain. */
export const oursOfExample = oursFor('ours, pooled, example domain', {}, { texts: undefined });

/** Our generator without a size: typical events of the example domain, about 2 KB. */
export const oursTypical = [
  oursFor('ours, typical', {}, { texts: undefined, bytes: undefined }),
  oursFor('ours, typical, fresh keys', { customFields: 'fresh' }, { texts: undefined, bytes: undefined }),
];

/** Our generator for a given `{ texts, bytes }`. */
export function oursOf(name, size) {
  return oursFor(name, {}, { texts: undefined, bytes: undefined, ...size });
}

/** `fixed` overrides the size of the comparison: texts of the domain (else the example domain), exact bytes. */
function oursFor(name, options = {}, fixed = {}, withJson = false) {
  return {
    name,
    ours: true,
    exactly: (size) => ({ ...size, ...fixed }).bytes,
    maker: (size) => makerOf(options, { ...size, ...fixed }, withJson),
  };
}

function makerOf(options, { texts, bytes }, withJson) {
  // Fields outside the domain replace its own: it must leave room for them.
  const domain = texts === undefined || 'customFields' in options ? exampleDomain : domainOfTexts(texts);
  const arbitrary = caseUpdated({ domain, class: 'typical', ...(bytes === undefined ? {} : { bytes }), ...options });
  return (numRuns, seed) => {
    const events = fc.sample(arbitrary, { numRuns, seed });
    if (withJson) for (const event of events) JSON.stringify(event);
    return events;
  };
}

function domainOfTexts(count) {
  const fields = Object.fromEntries(fieldIds(count).map((id, index) => [`text${index}`, { id, type: 'Text' }]));
  return defineDomain({ ...place, fields, includedData: { fields: Object.keys(fields), relatedItemContent: true } });
}
