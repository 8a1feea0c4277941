import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { contractSpace } from '../../../contracts/contractSpace.ts';
import { type Dialect, defaultDialect, resolveDialect } from '../../../model/event/dialect.ts';
import { listReadings } from '../../../model/event/listReadings.ts';
import {
  type OpenQuestion,
  type OpenQuestionName,
  openQuestions,
  type Reading,
} from '../../../model/facts/openQuestions.ts';
import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';
import type { Rule } from '../../../model/rule/rule.ts';
import { describeAmbiguity } from '../verdict/ambiguities.ts';
import { explainRefusal } from './explainRefusal.ts';
import { suggestChanges } from './suggestChanges.ts';

/** Events of a row that a rule does not deliver under one reading, although it delivers them under another. */
export interface UnfitReading {
  /** One line with the evidence of the reading, and with the change of the pattern that fits both. */
  readonly line: string;
  /** The event that does not come. */
  readonly planned: PlannedEvent;
}

/** The readings of open questions that a rule does not fit: it would keep out what the row reads. */
export function listUnfitReadings(contract: Contract, rule: Rule): readonly UnfitReading[] {
  if (contract.reads.length === 0) return [];
  const fitting = [defaultDialect, ...listReadings()].find((dialect) => !contractSpace(contract, dialect).isEmpty);
  if (fitting === undefined) return [];
  // Two readings may write the same event.
  const seen = new Set<string>();
  return (Object.keys(openQuestions) as OpenQuestionName[]).flatMap((question) =>
    listOtherReadings(question, fitting).flatMap((reading) => {
      const dialect = resolveDialect({ ...fitting, [question]: reading });
      const planned = findUnfit(contract, fitting, dialect);
      const key = JSON.stringify(planned?.event());
      if (planned === undefined || seen.has(key)) return [];
      seen.add(key);
      const isWhole = contractSpace(contract, dialect).isEmpty;
      return [{ planned, line: formatLine(contract, rule, { planned, question, reading, isWhole }) }];
    }),
  );
}

function listOtherReadings(question: OpenQuestionName, dialect: Dialect): readonly string[] {
  const { playedBy, readings } = openQuestions[question] as OpenQuestion;
  return playedBy === 'verify' ? Object.keys(readings).filter((reading) => reading !== dialect[question]) : [];
}

/** The first event of an item type that comes in one dialect, and differs and does not come in the other. */
function findUnfit(contract: Contract, fitting: Dialect, dialect: Dialect): PlannedEvent | undefined {
  const { eventType, domain, otherItemTypes } = contract;
  const more = dialect.updatedItemTypes === fitting.updatedItemTypes ? [] : otherItemTypes;
  const come = contractSpace(contract, fitting).itemTypes.filter((itemType) => itemType !== undefined);
  const itemTypes = [...come, ...more];
  const stillCome = contractSpace({ ...contract, itemTypes }, dialect).itemTypes;
  const before = contractSpace({ eventType, itemTypes, domain }, fitting).samples();
  return contractSpace({ eventType, itemTypes, domain }, dialect)
    .samples()
    .find(
      (planned, index) =>
        !stillCome.includes(planned.itemType) &&
        (more.some((itemType) => itemType === planned.itemType) ||
          !isDeepStrictEqual(planned.event(), before[index]?.event())),
    );
}

interface Refused {
  readonly planned: PlannedEvent;
  readonly question: OpenQuestionName;
  readonly reading: string;
  /** Whether the rule delivers no event of the row then; otherwise other item types still come. */
  readonly isWhole: boolean;
}

function formatLine({ title, domain }: Contract, rule: Rule, { planned, question, reading, isWhole }: Refused): string {
  const { asks, readings } = openQuestions[question] as OpenQuestion;
  const event = planned.event();
  const [mismatch] = rule.explain(event);
  const change = suggestChanges(rule, event).join('; ');
  const which = isWhole ? 'none of these events' : `no event of item type ${planned.itemType}`;
  const words = describeAmbiguity(
    { asks, reading, evidence: readings[reading] as Reading },
    `the rule delivers ${which} (${mismatch?.named ?? mismatch?.path.join('.')} asks for ${mismatch?.condition})`,
  );
  const line = `${title}: ${words}`;
  const traps = explainRefusal(rule.explain(event), event, domain);
  const advice = [...traps, ...(change === '' ? [] : [`To fit both, ${change}`])];
  return advice.length === 0 ? line : [`${line}.`, ...advice].join(' ');
}
