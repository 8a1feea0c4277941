import { createHash } from 'node:crypto';
import { build } from '../../../arbitraries/bulk/build.ts';
import { fixedCases } from '../../../arbitraries/fixedCases.ts';
import { shapeOf } from '../../../arbitraries/shape.ts';
import packageJson from '../../../package.json';
import { defaultDialect } from '../../event/dialect.ts';
import { exampleDomain } from '../../event/exampleDomain.ts';
import { sample } from '../../event/samples.ts';
import { eventTypes, isRelatedItemEventType } from '../../facts/eventTypes.ts';
import { openQuestions } from '../../facts/openQuestions.ts';
import { itemTypeOfTomorrow, relatedItemTypes } from '../../facts/relatedItemTypes.ts';

/**
 * The version under which the event model verifies pacts: that of this package, and a digest of the events that it plays
 * and of what it takes for open. It changes when, and only when, the model does.
 */
export function modelVersion(): string {
  const digest = createHash('sha256').update(JSON.stringify(openQuestions));
  for (const type of eventTypes) {
    const itemTypes = isRelatedItemEventType(type) ? [...relatedItemTypes, itemTypeOfTomorrow] : [''];
    for (const itemType of itemTypes) {
      digest.update(JSON.stringify(sample(type, exampleDomain, { itemType })));
      const shape = shapeOf(type, itemType, exampleDomain, defaultDialect);
      // Without a ceiling: the largest events are long, and made of the same texts.
      const cases = fixedCases(shape, [[]], 0).filter(({ plan }) => plan.fill === undefined);
      for (const { plan } of cases) digest.update(JSON.stringify(build(plan)));
    }
  }
  return `${packageJson.version}+${digest.digest('hex').slice(0, 12)}`;
}
