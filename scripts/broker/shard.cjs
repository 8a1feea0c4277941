// One shard of a consumer's tests: `node shard.cjs <consumer> <1|2|3> <directory> <path…>`.
const { contractsFor, exampleDomain, ignored, verify } = require('connect-cases-contracts');

const [consumer, shard, dir, ...reads] = process.argv.slice(2);
const table = {
  'CASE.CREATED': ['case.caseId'],
  'CASE.UPDATED': reads,
  'CASE.DELETED': ['case.caseId'],
  'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored },
  'RELATED_ITEM.UPDATED': ignored,
  'RELATED_ITEM.DELETED': ignored,
};
const contracts = contractsFor(consumer, table, { domain: exampleDomain });

/** Looks at all that the contracts read, and minds nothing. */
const handler = (event) => void JSON.stringify(event);

(async () => {
  const own = contracts.filter((_, index) => index % 3 === Number(shard) - 1);
  for (const contract of own) await verify(contract, handler, { dir, runs: 5, ambiguities: 'off' });
})();
