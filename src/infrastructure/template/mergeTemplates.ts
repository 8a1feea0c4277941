import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import type { Members } from '../../../model/values/members.ts';
import type { Sections } from '../cloudFormation/resolver.ts';
import { expandSam } from '../sam/expandSam.ts';

/** The sections whose entries have names of their own. */
const sections = ['Parameters', 'Mappings', 'Conditions', 'Resources', 'Outputs'] as const;

/**
 * The templates of several stacks as one, so that an import finds its export.
 * @throws InvalidArgumentError if two of them define a name in different ways
 */
export function mergeTemplates(templates: readonly Sections[]): Sections {
  // Globals hold within their own template.
  const expanded = templates.map(expandSam);
  const merged = sections.map((section) => [section, mergeSection(section, expanded)]);
  const loops = templates.flatMap((template) => template.loops ?? []);
  return { ...Object.fromEntries(merged), loops } as unknown as Sections;
}

function mergeSection(section: (typeof sections)[number], templates: readonly Sections[]): Members {
  const merged = new Map<string, unknown>();
  for (const [name, entry] of templates.flatMap((template) => Object.entries(template[section] ?? {}))) {
    if (merged.has(name) && !isDeepStrictEqual(merged.get(name), entry)) {
      throw new InvalidArgumentError({
        argument: `template[…].${section}.${name}`,
        received: entry,
        shown: 'defined in two ways, by two templates',
        allowed: 'one definition of each name',
        todo: 'Give only the templates on the way from the rule to the function',
      });
    }
    merged.set(name, entry);
  }
  return Object.fromEntries(merged);
}
