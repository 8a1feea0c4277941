import type { ConfiguredModule, PlanModule, PlanResource, TerraformPlan } from './plan.ts';

/** A module by its address: empty for the root, `module.queue` or `module.queue["eu"].module.inner` below it. */
export interface OpenModule {
  readonly address: string;
  readonly configured: ConfiguredModule;
  /** The module that calls it, and its name there. */
  readonly caller?: { readonly module: OpenModule; readonly name: string };
}

/** A resource, and the module with its code. */
export interface PlannedResource extends PlanResource {
  readonly module: OpenModule;
}

/** All resources of a plan or a state, those of modules too. */
export function listPlanned({ planned_values, values, configuration }: TerraformPlan): readonly PlannedResource[] {
  const root = planned_values?.root_module ?? values?.root_module ?? {};
  return listModule(root, { address: '', configured: configuration?.root_module ?? {} });
}

function listModule(
  { resources = [], child_modules = [] }: PlanModule,
  module: OpenModule,
): readonly PlannedResource[] {
  return [
    ...resources.map((resource) => ({ ...resource, module })),
    ...child_modules.flatMap((child) => listModule(child, openChild(module, child.address))),
  ];
}

/** A module that another calls, by its whole address. */
function openChild(module: OpenModule, address: string): OpenModule {
  const name = /(?:^|\.)module\.([^.[]+)(?:\[[^\]]*\])?$/.exec(address)?.[1] ?? '';
  return { address, configured: module.configured.module_calls?.[name]?.module ?? {}, caller: { module, name } };
}

/** A module that another calls, by its name there, such as `queue` or `queue["eu"]`. */
export function openCalled(module: OpenModule, call: string): OpenModule {
  return openChild(module, `${module.address === '' ? '' : `${module.address}.`}module.${call}`);
}
