/** The pattern on the source alone: what is left of a pattern without all of its leaves, because AWS refuses an empty one. */
export const sourceOnly = { source: ['aws.cases'] } as const;
