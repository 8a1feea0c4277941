import type { FieldValue, SlaContent } from '../../src/event/casesEvent.ts';
import type { EventParts } from '../../src/event/compose.ts';
import { limits } from '../../src/facts/limits.ts';
import { slaStatuses } from '../../src/facts/relatedItemTypes.ts';
import { realisticTexts } from '../bulk/realisticTexts.ts';
import type { Slot, Variation } from '../slot.ts';
import { textVariations } from '../textVariations.ts';
import { isoInstantAt, pick } from '../typicalValues.ts';
import { absent, content, limitTexts, typical } from './contentVariations.ts';

/** The content of an Sla. */
export function slaSlots(): Slot[] {
  const sla = (parts: EventParts): SlaContent['slaConfiguration'] => (parts.content as SlaContent).slaConfiguration;
  const steps = (member: string): readonly string[] => content('sla', 'slaConfiguration', member);
  const setName = (parts: EventParts, name: string): void => {
    sla(parts).name = name;
  };
  return [
    {
      name: 'sla name',
      steps: steps('name'),
      variations: [
        typical((parts, number) => setName(parts, pick(realisticTexts.titles(), number))),
        ...textVariations({ least: 1, most: limits.slaName, fact: 'contentMembers', set: setName }),
        ...limitTexts(limits.slaName, 'contentMembers', setName),
      ],
    },
    {
      name: 'sla status',
      steps: steps('status'),
      variations: slaStatuses.map((status) => typical((parts) => setStatus(sla(parts), status))),
    },
    {
      name: 'sla targetTime',
      steps: steps('targetTime'),
      variations: [
        typical((parts, number) => {
          sla(parts).targetTime = isoInstantAt(number);
        }),
      ],
    },
    { name: 'sla fieldId', steps: steps('fieldId'), variations: [absentSlaMember('fieldId')] },
    {
      name: 'sla targetFieldValues',
      steps: steps('targetFieldValues'),
      variations: [
        ...memberValues.map((value) =>
          typical((parts) => {
            sla(parts).targetFieldValues = [{ ...value }];
          }),
        ),
        absentSlaMember('targetFieldValues'),
      ],
    },
  ];
}

const memberValues: readonly FieldValue[] = [
  { stringValue: 'open' },
  { doubleValue: 2.5 },
  { booleanValue: false },
  { userArnValue: 'arn:aws:connect:us-east-1:111122223333:instance/i/agent/u' },
];

/** An SLA that was met or missed says when. */
function setStatus(sla: SlaContent['slaConfiguration'], status: string): void {
  sla.status = status;
  if (status === 'Met' || status === 'NotMet') sla.completionTime = sla.targetTime;
}

function absentSlaMember(member: 'fieldId' | 'targetFieldValues'): Variation {
  return absent((parts) => {
    delete (parts.content as SlaContent).slaConfiguration[member];
  });
}
