import type { EventSpace } from '../../../arbitraries/space/eventSpace.ts';
import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Read } from '../../../model/event/paths.ts';
import { isBelow } from '../../../model/values/eventPath.ts';
import type { Form } from '../recording/readNotes.ts';
import { draw } from '../run/draw.ts';
import type { Run } from '../run/run.ts';
import { chooseRecorded } from './chooseRecorded.ts';
import { OutcomeProbe } from './outcomeProbe.ts';
import { recordMore } from './recordMore.ts';
import { listMisread, type Misread } from './row/listMisread.ts';
import { ReadSummary, type RecordedReads, type Undeclared } from './row/readSummary.ts';

/** The events of a contract that a recording may play. */
export interface ReadPlan {
  readonly samples: readonly PlannedEvent[];
  /** The samples and the fixed cases. */
  readonly plannedEvents: readonly PlannedEvent[];
  readonly space: EventSpace;
  readonly seed: number;
  /** The largest body of the transport, in bytes. */
  readonly largest: number | undefined;
  /**
   * Whether to record as many events as there are, except padded ones, even if every declared path is read. What is only
   * read with everything else must matter then.
   */
  readonly explores?: boolean;
}

/** A plan, and the form of its recordings. */
type RecordedPlan = ReadPlan & { readonly form: Form };

/** What is wrong with the row of a contract. */
export interface ReadFaults {
  readonly summary: ReadSummary;
  /** The declared paths that no event made the handler read. */
  readonly unread: readonly Read[];
  /** Those of them that it copies with everything else, although nothing that comes out depends on them. */
  readonly onlyCopied: readonly Read[];
  readonly undeclared: readonly Undeclared[];
  /** The declared fields that it reads only where no event has a value. */
  readonly misread: readonly Misread[];
}

/** The random events that are recorded before a path counts as never read, and those that an exploration records. */
const RANDOM = 300;
const EXPLORED = 60;

/** The random events with which what comes out is compared. */
const COMPARED = 40;

/** The events and the values with which an object that is merely taken is compared. */
const FEW = { events: 2, values: 4 };

/**
 * Finds what is wrong with the row of a contract. A path counts as never read only after all fixed cases and many random
 * events: a rare branch may read it.
 * @param recorded what was recorded of the samples
 */
export async function findReadFaults(
  contract: Contract,
  run: Run,
  recorded: readonly RecordedReads[],
  plan: RecordedPlan,
): Promise<ReadFaults> {
  const summary = new ReadSummary(contract);
  summary.add(recorded);
  const search = new ReadSearch(contract, run, summary, plan);
  await search.recordChosen();
  await search.settleCopied();
  const isOver = await search.recordUntilRead();
  const unread = isOver ? summary.listDeclared('unread') : [];
  const onlyCopied = isOver ? await search.findOnlyCopied() : [];
  return {
    summary,
    unread: contract.reads.filter((read) => unread.includes(read) || onlyCopied.includes(read)),
    onlyCopied,
    undeclared: await search.findUndeclared(),
    misread: isOver ? await search.findMisread() : [],
  };
}

class ReadSearch {
  readonly #contract: Contract;
  readonly #run: Run;
  readonly #summary: ReadSummary;
  readonly #plan: RecordedPlan;
  readonly #chosen: readonly PlannedEvent[];
  #probe: OutcomeProbe | undefined;

  constructor(contract: Contract, run: Run, summary: ReadSummary, plan: RecordedPlan) {
    this.#contract = contract;
    this.#run = run;
    this.#summary = summary;
    this.#plan = plan;
    this.#chosen = chooseRecorded(plan.plannedEvents, plan.samples, summary.grammar);
  }

  recordChosen(): Promise<boolean> {
    const { samples, form } = this.#plan;
    const isFirst = this.#summary.count === 0;
    return this.#record(isFirst ? [...samples, ...this.#chosen] : this.#chosen, form, () => false);
  }

  /** Settles the declared paths that are only copied, as far as something that comes out depends on them. */
  async settleCopied(): Promise<void> {
    const events = [...this.#plan.samples, ...this.#chosen];
    for (const read of this.#summary.listDeclared('perhaps')) {
      const dependence = await this.#getProbe().findDependence(read.segments, events);
      if (dependence === 'depends') this.#summary.settle(read);
    }
  }

  /**
   * Records more and more events, until every declared path is read by name or settled.
   * @returns whether no read can come later
   */
  async recordUntilRead(): Promise<boolean> {
    const { samples, plannedEvents, form, explores = false } = this.#plan;
    const isEnough = (): boolean =>
      !explores &&
      this.#summary.listDeclared('read').length === this.#contract.reads.length &&
      this.#listMisread().length === 0;
    if (isEnough()) return true;
    const others = plannedEvents.filter((planned) => ![...samples, ...this.#chosen].includes(planned));
    const isCopied = this.#summary.recorded.some(({ seen }) => seen.isCopied);
    const stages: readonly (() => Promise<boolean>)[] = [
      // Only views show tests for presence, and they cannot be cloned.
      ...(isCopied ? [] : [() => this.#record([...samples, ...this.#chosen], 'view', isEnough)]),
      () => this.#record(others.filter(isSmall), form, isEnough),
      () => this.#record(this.#draw(explores ? EXPLORED : RANDOM), form, isEnough, true),
      ...(explores ? [] : [() => this.#record(others.filter(isPadded), form, isEnough)]),
    ];
    for (const record of stages) {
      const isOver = await record();
      if (isEnough()) return true;
      if (!isOver) return false;
    }
    return true;
  }

  /** The declared paths that are only copied, and do not matter. */
  async findOnlyCopied(): Promise<readonly Read[]> {
    const found: Read[] = [];
    const { plannedEvents, explores = false } = this.#plan;
    // A parser of the whole event refuses one that lacks a member: other values show whether the member matters.
    const unnamed = explores ? this.#summary.listDeclared('read').filter((read) => !this.#summary.isNamed(read)) : [];
    for (const read of [...this.#summary.listDeclared('perhaps'), ...unnamed]) {
      const events = [...plannedEvents.filter(isSmall), ...this.#draw(COMPARED)];
      const change = { most: 2, isStrict: unnamed.includes(read) };
      const dependence = await this.#getProbe().findDependence(read.segments, events, change);
      if (dependence === 'does not depend') found.push(read);
    }
    return found;
  }

  /** The fields that are read only where no event has a value. What is also copied must not matter. */
  async findMisread(): Promise<readonly Misread[]> {
    const found: Misread[] = [];
    const events = [...this.#plan.samples, ...this.#chosen];
    for (const misread of this.#listMisread()) {
      const { isCopied, read } = misread;
      const dependence = isCopied && (await this.#getProbe().findDependence(read.segments, events, { isStrict: true }));
      if (dependence === false || dependence === 'does not depend') found.push(misread);
    }
    return found;
  }

  #listMisread(): readonly Misread[] {
    return listMisread(this.#contract.reads, this.#summary.recorded);
  }

  /** The paths that the row lacks: on an ignored row, and of objects that are merely taken, only those that matter. */
  async findUndeclared(): Promise<readonly Undeclared[]> {
    const certain = this.#summary.listUndeclared();
    const { ignores } = this.#contract;
    const found = ignores ? [] : [...certain];
    if (!this.#run.outcomes.differ) return found;
    // Whether something is there, or of another kind, matters most of an object: the chosen events show this.
    const probe = new OutcomeProbe(this.#contract, this.#run, ignores ? this.#listDonors() : this.#chosen);
    for (const undeclared of [...(ignores ? certain : []), ...this.#summary.listTaken(certain)]) {
      const events = [undeclared.planned, ...this.#plan.samples].slice(0, FEW.events);
      const { segments } = undeclared.read;
      const known = [...this.#contract.reads, ...certain.map(({ read }) => read)].map((read) => read.segments);
      const kept = known.filter((place) => isBelow(place, segments));
      const change = { isStrict: true, kept, most: FEW.values };
      const dependence = await probe.findDependence(segments, events, change);
      if (dependence === 'depends') found.push(undeclared);
    }
    return found;
  }

  #record(
    plannedEvents: readonly PlannedEvent[],
    form: Form,
    isEnough: () => boolean,
    isOptional: boolean = false,
  ): Promise<boolean> {
    const add = (one: RecordedReads): void => this.#summary.add([one]);
    return recordMore(plannedEvents, this.#run, { form, add, isEnough, isOptional });
  }

  #draw(runs: number): readonly PlannedEvent[] {
    const { space, seed, largest } = this.#plan;
    return space.isEmpty ? [] : draw(() => space.arbitrary(largest), { seed, runs }).filter(isSmall);
  }

  #listDonors(): readonly PlannedEvent[] {
    return [...this.#chosen, ...this.#draw(COMPARED)];
  }

  #getProbe(): OutcomeProbe {
    this.#probe ??= new OutcomeProbe(this.#contract, this.#run, this.#listDonors());
    return this.#probe;
  }
}

/** Recording a padded event takes longer than everything else, and only its size may make a handler take a branch. */
function isPadded(planned: PlannedEvent): boolean {
  return planned.isPadded;
}

function isSmall(planned: PlannedEvent): boolean {
  return !isPadded(planned);
}
