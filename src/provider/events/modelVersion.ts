import { build } from '../../../arbitraries/generation/build.ts';
import { fixedCases } from '../../../arbitraries/generation/fixedCases.ts';
import { resolveEventKind } from '../../../arbitraries/variations/eventKind.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { defaultDialect } from '../../../model/event/dialect.ts';
import { nameEventKinds } from '../../../model/event/eventKindName.ts';
import { sample } from '../../../model/event/samples.ts';
import { eventTypes } from '../../../model/facts/eventTypes.ts';
import { openQuestions } from '../../../model/facts/openQuestions.ts';
import { relatedItemTypes, unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import { hexHash } from '../../../model/platform/nodeModules.ts';
import packageJson from '../../../package.json';

/**
 * The version under which the event model verifies pacts: that of this package, and a digest of the events that it plays
 * and of what it takes for open. It changes when, and only when, the model does.
 */
export function modelVersion(): string {
  const texts = [JSON.stringify(openQuestions)];
  for (const type of eventTypes) {
    for (const name of nameEventKinds(type, [...relatedItemTypes, unknownItemType])) {
      texts.push(JSON.stringify(sample(type, exampleDomain, { itemType: name.itemType })));
      const kind = resolveEventKind(name, exampleDomain, defaultDialect);
      // Without a ceiling: the largest events are long, and made of the same texts.
      const cases = fixedCases(kind, [[]], 0).filter(({ plan }) => plan.sizeTarget === undefined);
      for (const { plan } of cases) texts.push(JSON.stringify(build(plan)));
    }
  }
  return `${packageJson.version}+${hexHash('sha256', ...texts).slice(0, 12)}`;
}
