import { isMembers, type Members } from '../../../model/values/members.ts';

/** What `terraform show -json` prints, of a plan or of a state. */
export interface TerraformPlan {
  /** The values of a state. */
  readonly values?: { readonly root_module?: PlanModule };
  /** The values of a plan, as far as Terraform knows them before it applies. */
  readonly planned_values?: { readonly root_module?: PlanModule };
  readonly configuration?: { readonly root_module?: ConfiguredModule };
  readonly variables?: Readonly<Record<string, { readonly value?: unknown }>>;
}

/** The resources of a module, and those of the modules in it. */
export interface PlanModule {
  readonly resources?: readonly PlanResource[];
  readonly child_modules?: readonly (PlanModule & { readonly address: string })[];
}

/** A resource with its values. */
export interface PlanResource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly mode?: string;
  readonly values?: Members;
}

/** The code of a module: the expressions of its resources, outputs and calls. */
export interface ConfiguredModule {
  readonly resources?: readonly {
    readonly address: string;
    readonly expressions?: Members;
    readonly for_each_expression?: Expression;
  }[];
  readonly outputs?: Readonly<Record<string, { readonly expression?: Expression }>>;
  readonly variables?: Readonly<Record<string, { readonly default?: unknown }>>;
  readonly module_calls?: Readonly<
    Record<string, { readonly expressions?: Members; readonly module?: ConfiguredModule }>
  >;
}

/** An expression: its value if it is constant, else the objects that it refers to. */
export interface Expression {
  readonly constant_value?: unknown;
  readonly references?: readonly string[];
}

/** Whether a part of the configuration is an expression, not a block with expressions. */
export function isExpression(value: unknown): value is Expression {
  return isMembers(value) && ('constant_value' in value || 'references' in value || Object.keys(value).length === 0);
}
