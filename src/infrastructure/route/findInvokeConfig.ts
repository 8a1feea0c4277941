import type { InvokeConfig, LambdaFunction } from '../model/infrastructure.ts';
import type { FunctionRoute } from './route.ts';

/**
 * How Lambda invokes the function at the end of a route, if a rule or a topic sends to it: settings hold only for the
 * version or the alias that they name. An unknown one may be any.
 */
export function findInvokeConfig(
  { target, subscription }: Pick<FunctionRoute, 'target' | 'subscription'>,
  invoked: LambdaFunction | undefined,
): InvokeConfig | undefined {
  const { qualifier } = subscription ?? target;
  const configs = invoked?.invokeConfigs ?? [];
  const isOpen = (one: string | undefined): boolean => one?.includes('${') === true;
  return (
    configs.find((config) => config.qualifier === qualifier) ??
    configs.find((config) => isOpen(config.qualifier) || (isOpen(qualifier) && config.qualifier !== undefined))
  );
}
