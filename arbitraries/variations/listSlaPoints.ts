import { type Domain, listCustomFields } from '../../model/domain/domain.ts';
import type { FieldValue, SlaContent } from '../../model/event/casesEvent.ts';
import { unknownItemField } from '../../model/event/samples.ts';
import { memberByType } from '../../model/facts/fieldTypes.ts';
import { limits } from '../../model/facts/limits.ts';
import { slaStatuses } from '../../model/facts/relatedItemTypes.ts';
import type { EventPath } from '../../model/values/eventPath.ts';
import { makeUserArn, pick } from '../values/makeTypicalValues.ts';
import { realisticTexts } from '../values/realisticTexts.ts';
import { type ContentDraft, getContentPath, listLimitTexts, makeAbsent, makeTypical } from './contentVariations.ts';
import { listTextVariations } from './listTextVariations.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** The points of an Sla's content. */
export function listSlaPoints(domain: Domain): VariationPoint<SlaDraft>[] {
  const sla = ({ content }: SlaDraft): SlaContent['slaConfiguration'] => content.slaConfiguration;
  const segments = (member: string): EventPath => getContentPath('sla', 'slaConfiguration', member);
  const setName = (draft: SlaDraft, name: string): void => {
    sla(draft).name = name;
  };
  return [
    {
      id: 'sla name',
      segments: segments('name'),
      variations: [
        makeTypical((draft, number) => setName(draft, pick(realisticTexts.titles(), number))),
        ...listTextVariations({ least: 1, most: limits.slaName, fact: 'contentMembers', set: setName }),
        ...listLimitTexts(limits.slaName, 'contentMembers', setName),
      ],
    },
    {
      id: 'sla status',
      segments: segments('status'),
      variations: slaStatuses.map((status) =>
        makeTypical((draft) => {
          sla(draft).status = status;
        }),
      ),
    },
    {
      id: 'sla targetTime',
      segments: segments('targetTime'),
      variations: [
        // Its value follows from the status and the times of the event (`reconcileSla`).
        makeTypical(() => {}),
      ],
    },
    { id: 'sla fieldId', segments: segments('fieldId'), variations: [makeAbsentSlaMember('fieldId')] },
    {
      id: 'sla targetFieldValues',
      segments: segments('targetFieldValues'),
      variations: [
        ...listMemberValues(domain).map((value) =>
          makeTypical<SlaDraft>((draft) => {
            sla(draft).targetFieldValues = [{ ...value }];
            if (!('stringValue' in value) && sla(draft).fieldId !== undefined)
              sla(draft).fieldId = findField(value, domain);
          }),
        ),
        makeAbsentSlaMember('targetFieldValues'),
      ],
    },
  ];
}

type SlaDraft = ContentDraft<SlaContent>;

/** A value of each member that a field can have. */
function listMemberValues(domain: Domain): readonly FieldValue[] {
  return [
    { stringValue: 'open' },
    { doubleValue: 2.5 },
    { booleanValue: false },
    { userArnValue: makeUserArn(domain, 1, 'agent') },
  ];
}

/** The id of a custom field with the type of a value, or an id that the domain does not define. */
function findField(value: FieldValue, domain: Domain): string {
  return listCustomFields(domain).find(({ type }) => memberByType[type] in value)?.id ?? unknownItemField.id;
}

function makeAbsentSlaMember(member: 'fieldId' | 'targetFieldValues'): Variation<SlaDraft> {
  return makeAbsent((draft) => {
    delete draft.content.slaConfiguration[member];
  });
}
