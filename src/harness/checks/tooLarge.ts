import { limits } from '../../../model/facts/limits.ts';
import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import type { Check } from './check.ts';
import { writeAnswer } from './writeAnswer.ts';

const { Buffer } = loadNodeModule('node:buffer');

/** The handler answers more JSON than Lambda accepts. */
export const tooLarge: Check<'tooLarge'> = {
  name: 'tooLarge',
  headline: 'answered more than Lambda takes',
  lines: ({ bytes = 0 }) => [
    `Its answer has ${bytes.toLocaleString('en')} bytes of JSON; Lambda takes ${limits.lambdaAnswer.toLocaleString('en')}.`,
  ],
  facts: () => ['answerSize'],
  check({ result, inner }) {
    if (inner?.kind === 'tooLarge') return { ...inner, kind: 'tooLarge' };
    const { json = '' } = writeAnswer(result);
    // A UTF-16 unit takes at most three bytes of UTF-8: short answers need no count.
    if (3 * json.length <= limits.lambdaAnswer) return undefined;
    const bytes = Buffer.byteLength(json);
    return bytes > limits.lambdaAnswer ? { kind: 'tooLarge', bytes } : undefined;
  },
};
