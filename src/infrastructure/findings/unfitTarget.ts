import { cite, type RouteCheck } from './finding.ts';

/** The most targets of a rule. */
const MOST_TARGETS = 5;

/** A stream as a target, to which EventBridge sends only in a role. */
export const streamWithoutRole: RouteCheck = ({ target, mapping, deliveryStream, subscription }, { name }) => {
  const isStream = deliveryStream !== undefined || mapping?.isOfStream === true;
  if (!isStream || subscription !== undefined || target.hasRole) return undefined;
  const property = name('RoleArn');
  return cite('targetRole', {
    what: `The target ${target.where} is a stream, and has no role`,
    where: `${target.where}.${property}`,
    why: 'EventBridge cannot send to the stream',
    todo: `Add ${property} with a role that may put records into ${target.to}`,
  });
};

/** A FIFO topic as a target. */
export const fifoTopic: RouteCheck = ({ target }, { infrastructure, name }) => {
  const topic = infrastructure.topics.find(({ id }) => id === target.to);
  if (topic?.isFifo !== true) return undefined;
  return cite('fifoTopicTarget', {
    what: `The target ${target.where} is the FIFO topic ${topic.id}`,
    where: `${topic.id}.${name('FifoTopic')}`,
    why: 'EventBridge cannot send to a FIFO topic',
    todo: 'Send to a standard topic, or to a FIFO queue',
  });
};

/** More targets than a rule takes. */
export const tooManyTargets: RouteCheck = ({ rule }, { name }) => {
  const { length } = rule.targets;
  if (length <= MOST_TARGETS) return undefined;
  return cite('targetCount', {
    what: `The rule ${rule.id} has ${length} targets`,
    where: `${rule.id}.${name('Targets')}`,
    why: 'EventBridge refuses the rule',
    todo: `Leave ${MOST_TARGETS} targets, and give the others a rule of their own`,
  });
};
