import type { Members } from '../../../model/values/members.ts';
import { expandSam } from '../sam/expandSam.ts';
import { type OtherStacks, Resolver, type Sections } from './resolver.ts';

/** A template of a stack, as it is written. */
export interface WrittenStack {
  readonly sections: Sections;
  /** The name of its file, if the template is a file. */
  readonly file?: string;
}

/** A stack with its own parameters, conditions and ids. */
export interface Stack extends WrittenStack {
  readonly resolver: Resolver;
  /** The id of a resource among all stacks: ids that several stacks have get the name of their stack. */
  rename(id: string): string;
}

/** The stacks of some templates: each name holds within its own stack, and exports hold for all. */
export function openStacks(written: readonly WrittenStack[], parameters: Members): readonly Stack[] {
  // Globals hold within their own template.
  const different = [...new Map(written.map((stack) => [JSON.stringify(stack.sections), stack])).values()];
  const expanded = different.map((stack) => ({ ...stack, sections: expandSam(stack.sections) }));
  const ids = expanded.flatMap(({ sections }) => Object.keys(sections.Resources));
  const shared = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  const labels = labelStacks(different);
  const resolvers: Resolver[] = [];
  const stacks = expanded.map((stack, index): Stack => {
    const label = labels[index] as string;
    const rename = (id: string): string => (shared.has(id) ? `${id}@${label}` : id);
    const others: OtherStacks = { label: expanded.length === 1 ? undefined : label, rename, resolvers };
    return { ...stack, rename, resolver: new Resolver(stack.sections, parameters, others) };
  });
  resolvers.push(...stacks.map(({ resolver }) => resolver));
  return stacks;
}

/** A short name for each stack: that of its file, up to the first dot. */
function labelStacks(stacks: readonly WrittenStack[]): readonly string[] {
  const names = stacks.map(({ file }) => /([^/\\.]+)[^/\\]*$/.exec(file ?? '')?.[1]);
  return names.map((name, index) =>
    name === undefined || names.indexOf(name) !== names.lastIndexOf(name) ? String(index + 1) : name,
  );
}
