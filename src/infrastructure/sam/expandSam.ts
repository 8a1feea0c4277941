import { isMembers, type Members } from '../../../model/values/members.ts';
import { expandConnectors } from './expandConnectors.ts';
import { expandFunction } from './expandFunction.ts';
import { mergeGlobals } from './mergeGlobals.ts';

/**
 * The template with what the transform of SAM makes of its functions and their events: rules, mappings, subscriptions,
 * permissions. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 * (documented)
 */
export function expandSam<Template extends { readonly Resources: Readonly<Record<string, Members>> }>(
  template: Template,
): Template {
  const { Globals } = template as { readonly Globals?: { readonly Function?: unknown } };
  const globals = isMembers(Globals?.Function) ? Globals.Function : {};
  const expanded = Object.entries(template.Resources).flatMap(([id, resource]) => {
    const connectors = expandConnectors(id, resource, template.Resources);
    if (resource.Type !== 'AWS::Serverless::Function') return [[id, resource] as const, ...connectors];
    const Properties = mergeGlobals(globals, isMembers(resource.Properties) ? resource.Properties : {});
    return [...expandFunction(id, { ...resource, Properties }), ...connectors];
  });
  return { ...template, Resources: { ...Object.fromEntries(expanded) } };
}
