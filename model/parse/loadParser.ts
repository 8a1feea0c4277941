import { createRequire } from 'node:module';
import type { parseCaseEvent } from './parseCaseEvent.ts';

/**
 * Loads the parser at its first use: the schemas take time, and few test files need them. The file exists only after the
 * build, beside this one. In our tests jest maps it to its source.
 */
export function loadParser(): typeof parseCaseEvent {
  return (createRequire(__filename)('./schema.cjs') as { parseCaseEvent: typeof parseCaseEvent }).parseCaseEvent;
}
