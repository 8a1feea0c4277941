import { contractSpace } from '../../../contracts/contractSpace.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { nameEventKinds } from '../../../model/event/eventKindName.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { eventTypes } from '../../../model/facts/eventTypes.ts';
import { openQuestions } from '../../../model/facts/openQuestions.ts';
import { relatedItemTypes, unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import { hashToHex } from '../../../model/platform/nodeModules.ts';
import packageJson from '../../../package.json';

/**
 * The version of the event model that verifies pacts: the package's version, and a digest of the played events and the
 * open questions. It changes exactly when the model changes.
 */
export function computeModelVersion(): string {
  const texts = [JSON.stringify(openQuestions)];
  for (const type of eventTypes) {
    for (const { itemType } of nameEventKinds(type, [...relatedItemTypes, unknownItemType])) {
      texts.push(JSON.stringify(makeSample(type, exampleDomain, { itemType })));
      const itemTypes = itemType === undefined ? [] : [itemType];
      const space = contractSpace({ eventType: type, itemTypes, domain: exampleDomain });
      // The largest events are left out: they are long, and made of the same texts.
      const cases = space.cases([{ segments: [] }]).filter(({ isPadded }) => !isPadded);
      for (const planned of cases) texts.push(JSON.stringify(planned.event()));
    }
  }
  return `${packageJson.version}+${hashToHex('sha256', ...texts).slice(0, 12)}`;
}
