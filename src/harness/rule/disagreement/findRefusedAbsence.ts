import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { meetsAlone, prepareMatchers } from '../../../../model/rule/match/matcher.ts';
import { readValues } from '../../../../model/rule/match/readValues.ts';
import { listParts, type Rule } from '../../../../model/rule/rule.ts';
import { valueAt } from '../../../../model/values/eventPath.ts';
import { isMembers } from '../../../../model/values/members.ts';
import { oncePer } from '../../../../model/values/oncePer.ts';
import { draw } from '../../run/draw.ts';
import type { Disagreement } from './disagreement.ts';
import { sortByCloseness } from './findDelivered.ts';
import { narrowRule } from './narrowRule.ts';
import { relaxRule } from './relaxRule.ts';

const USER = 'detail.performedBy.user.';
const user = ['detail', 'performedBy', 'user'];

/**
 * Whether a rule keeps out every event without a user, or of one kind of user, without selecting among users: a leaf
 * asks for the presence of a value that AWS leaves out where no user made the change. A row that reads this value needs
 * it, too.
 */
export function findRefusedAbsence(contract: Contract, rule: Rule): Disagreement | undefined {
  const asking = listAsking(contract, rule);
  if (asking.size === 0) return undefined;
  const relaxed = contractSpace({ ...contract, rule: relaxRule(rule, ({ path }) => asking.has(path.join('.'))) });
  const comes = oncePer((form: UserForm) => deliversForm(contract, rule, form));
  const refused = relaxed.schedule([]).plannedEvents.filter((one) => isRefused(one, contract, rule, asking));
  const planned = sortByCloseness(refused).find((one) => !comes(readForm(one.event())));
  if (planned === undefined) return undefined;
  const { name } = readForm(planned.event());
  return {
    planned,
    words: `delivers no event ${name === undefined ? 'without a user' : `by a ${name}`}`,
    forAbsence: 'add exists',
    otherwise: [
      `If the rule is right, let the row read ${[...asking].map((place) => place.slice('detail.'.length)).join(' or ')}.`,
    ],
  };
}

/** A kind of user, by the member that events have of it; nobody has none. */
interface UserForm {
  readonly name: string | undefined;
}

const nobody: UserForm = { name: undefined };
const forms: readonly UserForm[] = [{ name: 'userArn' }, { name: 'customEntity' }];

function readForm(event: object): UserForm {
  const members = valueAt(event, user);
  return forms.find(({ name }) => isMembers(members) && Object.hasOwn(members, `${name}`)) ?? nobody;
}

/** Whether some alternative of a rule delivers an event by a kind of user. Played events may all come from another one. */
function deliversForm(contract: Contract, rule: Rule, { name }: UserForm): boolean {
  const demand = forms
    .filter((form) => name === undefined || form.name === name)
    .map((form) => ({ at: [...user, `${form.name}`], exists: name !== undefined }));
  return !contractSpace({ ...contract, rule: narrowRule(rule, [demand]) }).isEmpty;
}

/** Whether an event that the row can take is refused only because it lacks one of these values. */
function isRefused(planned: PlannedEvent, { reads }: Contract, rule: Rule, asking: ReadonlySet<string>): boolean {
  const event = planned.event();
  if (rule.matches(event)) return false;
  const needed = reads.filter(({ path }) => path.startsWith('performedBy.user'));
  if (needed.some(({ segments }) => valueAt(event, segments) === undefined)) return false;
  return rule.explain(event).some(({ path, received }) => asking.has(path.join('.')) && received.length === 0);
}

/**
 * The places of leaves that ask for a user, do not select among users, and hold in the sample. A value that the sample
 * lacks is asked for on purpose.
 */
function listAsking({ eventType, itemTypes, domain }: Contract, rule: Rule): ReadonlySet<string> {
  const leaves = listParts(rule)
    .flat(2)
    .filter(({ path, takesAbsence }) => path.join('.').startsWith(USER) && !takesAbsence);
  if (leaves.length === 0) return new Set();
  const all = contractSpace({ eventType, itemTypes, domain });
  const events = draw(() => all.arbitrary(), { seed: 0, runs: ORDINARY }).filter(({ class: of }) => of === 'typical');
  const asking = leaves.filter((leaf) => holdsIn(all.sample().event(), leaf) && !selects(leaf, events));
  return new Set(asking.map(({ path }) => path.join('.')));
}

function holdsIn(event: object, leaf: Leaf): boolean {
  return prepareMatchers([leaf]).every((matcher) => meetsAlone(matcher, event));
}

/** Random events among which each form of a user comes several times. */
const ORDINARY = 200;

/** Whether a leaf refuses some users of each form, such as those with an ARN of agents. */
function selects(leaf: Leaf, events: readonly PlannedEvent[]): boolean {
  const [matcher] = prepareMatchers([leaf]);
  const forms = new Map<string, boolean>();
  for (const planned of events) {
    for (const value of matcher === undefined ? [] : readValues(planned.event(), matcher)) {
      const form = String(value).replace(/[^/]*$/, '');
      const admits = leaf.conditions.some((condition) => condition.admits(value));
      forms.set(form, (forms.get(form) ?? true) && admits);
    }
  }
  return ![...forms.values()].includes(true);
}
