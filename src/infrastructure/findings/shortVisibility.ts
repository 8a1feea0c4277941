import type { FunctionRoute } from '../route/route.ts';
import { writeRemedy } from '../values/requireKnown.ts';
import { Unresolved } from '../values/resolved.ts';
import { type CheckContext, cite, type RouteCheck, type TemplateFinding } from './finding.ts';

/** What AWS uses if a template names no timeout, in seconds. */
const defaults = { visibility: 30, timeout: 3 };

/** The factor that AWS advises. */
const ADVISED = 6;

/** A message becomes visible again while the function still works on it. */
export const shortVisibility: RouteCheck = (route, context) => {
  const times = readTimes(route, context);
  if (times === undefined || times.visibility >= times.timeout) return undefined;
  return report(
    route,
    context,
    times,
    'The message comes again while the function still works on it, and is done twice',
  );
};

/** The visibility timeout leaves no room for retries. */
export const scarceVisibility: RouteCheck = (route, context) => {
  const times = readTimes(route, context);
  if (times === undefined || times.visibility < times.timeout || times.visibility >= ADVISED * times.timeout)
    return undefined;
  return report(route, context, times, 'Lambda may need the rest of the time to retry a throttled invocation');
};

/** Nobody knows one of the two timeouts. */
export const unknownVisibility: RouteCheck = ({ queue, function: id }, { infrastructure, name }) => {
  const invoked = infrastructure.functions.find((one) => one.id === id);
  if (queue === undefined || invoked === undefined) return undefined;
  const unknown = [queue.visibilityTimeout, invoked.timeout].find((one) => one instanceof Unresolved);
  if (!(unknown instanceof Unresolved)) return undefined;
  return cite('visibilityTimeout', {
    what: `Whether the visibility timeout of the queue ${queue.id} suffices for the function ${id} is unknown: it depends on ${unknown.names.join(', ')}`,
    where: `${queue.id}.${name('VisibilityTimeout')}`,
    why: unknown.because,
    todo: writeRemedy(unknown.names),
  });
};

interface Times {
  readonly visibility: number;
  readonly timeout: number;
}

function readTimes(route: FunctionRoute, { infrastructure }: CheckContext): Times | undefined {
  const invoked = infrastructure.functions.find(({ id }) => id === route.function);
  if (route.queue === undefined || invoked === undefined) return undefined;
  const visibility = route.queue.visibilityTimeout ?? defaults.visibility;
  const timeout = invoked.timeout ?? defaults.timeout;
  return typeof visibility === 'number' && typeof timeout === 'number' ? { visibility, timeout } : undefined;
}

function report(
  route: FunctionRoute,
  { name }: CheckContext,
  { visibility, timeout }: Times,
  why: string,
): TemplateFinding {
  const id = route.queue?.id;
  const least = ADVISED * timeout;
  const below = visibility < timeout ? 'below' : 'below six times';
  return cite('visibilityTimeout', {
    what: `The visibility timeout of the queue ${id} (${visibility} s) is ${below} the timeout of the function ${route.function} (${timeout} s)`,
    where: `${id}.${name('VisibilityTimeout')}`,
    why,
    todo: `Set ${name('VisibilityTimeout')} to at least ${least}`,
  });
}
