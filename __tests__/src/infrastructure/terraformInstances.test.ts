import { writeFileSync } from 'node:fs';
import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { refusal } from '../../helpers/refusal.ts';
import type { Any } from './received.ts';

inEmptyDirectories();

type Key = string | number;

/** An instance of a resource in a plan. */
function instance(type: string, name: string, index: Key, values: object): Any {
  return { address: `${type}.${name}[${JSON.stringify(index)}]`, mode: 'managed', type, name, index, values };
}

/** The code of a resource. */
function code(type: string, name: string, expressions: object, more: object = {}): Any {
  return { address: `${type}.${name}`, mode: 'managed', type, name, expressions, ...more };
}

const refer = (...references: string[]) => ({ references });

const types: readonly Key[] = ['created', 'deleted'];

/** A rule, its target, a function and its permission for each key, as `terraform show -json` writes a new plan. */
function planOf(keys: readonly Key[], own: string): Any {
  const resources = keys.flatMap((key) => [
    instance('aws_cloudwatch_event_rule', 'cases', key, {
      name: `cases-${key}`,
      event_pattern: JSON.stringify({ source: ['aws.cases'], detail: { eventType: [`CASE.${key}`] } }),
    }),
    instance('aws_cloudwatch_event_target', 'function', key, { rule: `cases-${key}` }),
    instance('aws_lambda_function', 'refunds', key, {
      function_name: `refunds-${key}`,
      dead_letter_config: [{ target_arn: 'arn:aws:sqs:eu-central-1:444455556666:failures' }],
    }),
    instance('aws_lambda_permission', 'rule', key, { principal: 'events.amazonaws.com' }),
  ]);
  return {
    format_version: '1.2',
    planned_values: { root_module: { resources } },
    configuration: {
      root_module: {
        resources: [
          code('aws_cloudwatch_event_rule', 'cases', {}),
          code('aws_cloudwatch_event_target', 'function', {
            rule: refer('aws_cloudwatch_event_rule.cases', own),
            arn: refer('aws_lambda_function.refunds', own),
          }),
          code('aws_lambda_function', 'refunds', {}),
          code('aws_lambda_permission', 'rule', {
            function_name: refer('aws_lambda_function.refunds', own),
            source_arn: refer('aws_cloudwatch_event_rule.cases', own),
          }),
        ],
      },
    },
  };
}

/** The code of a resource in a plan, to change it. */
function codeIn(plan: Any, address: string): Any {
  return plan.configuration.root_module.resources.find((one: Any) => one.address === address);
}

test.each([
  ['each.key', types, '["created"]'],
  ['count.index', [0, 1], '[1]'],
])('an index by %s leads to the instance with the same key, and its permission counts', (own, keys, end) => {
  const { ways, findings, advice } = deliveryTo(planOf(keys, own), `aws_lambda_function.refunds${end}`);
  expect(ways).toEqual([[`aws_cloudwatch_event_rule.cases${end}`, `aws_lambda_function.refunds${end}`]]);
  expect([...findings, ...advice]).toEqual([]);
});

test('a permission of another instance does not count', () => {
  const plan = planOf(types, 'each.key');
  const { resources } = plan.planned_values.root_module;
  plan.planned_values.root_module.resources = resources.filter(
    ({ address }: Any) => address !== 'aws_lambda_permission.rule["deleted"]',
  );
  expect(deliveryTo(plan, 'refunds-created').findings).toEqual([]);
  expect(deliveryTo(plan, 'refunds-deleted').findings.map(({ what }) => what)).toEqual([
    'Nothing permits the rule aws_cloudwatch_event_rule.cases["deleted"] to send to the function aws_lambda_function.refunds["deleted"]',
  ]);
});

test('the value of a for_each over the instances of a resource is the instance with the same key', () => {
  const plan = planOf(types, 'each.key');
  const target = codeIn(plan, 'aws_cloudwatch_event_target.function');
  target.for_each_expression = refer('aws_lambda_function.refunds');
  target.expressions.arn = refer('each.value.arn', 'each.value');
  expect(deliveryTo(plan, 'refunds-deleted').ways).toEqual([
    ['aws_cloudwatch_event_rule.cases["deleted"]', 'aws_lambda_function.refunds["deleted"]'],
  ]);
});

test('the key of a module leads on from its arguments', () => {
  const plan = planOf(types, 'each.key');
  const { root_module: planned } = plan.planned_values;
  const { root_module: configured } = plan.configuration;
  const isTarget = ({ type }: Any) => type === 'aws_cloudwatch_event_target';
  planned.child_modules = planned.resources.filter(isTarget).map(({ index, ...target }: Any) => {
    const address = `module.target[${JSON.stringify(index)}]`;
    return { address, resources: [{ ...target, address: `${address}.aws_cloudwatch_event_target.function` }] };
  });
  planned.resources = planned.resources.filter((one: Any) => !isTarget(one));
  configured.module_calls = {
    target: {
      expressions: { arn: refer('aws_lambda_function.refunds', 'each.key') },
      module: { resources: [code('aws_cloudwatch_event_target', 'function', { arn: refer('var.arn') })] },
    },
  };
  expect(deliveryTo(plan, 'refunds-created').ways).toEqual([
    ['aws_cloudwatch_event_rule.cases["created"]', 'aws_lambda_function.refunds["created"]'],
  ]);
});

test('a pattern that AWS refuses is named by its file and its rule', () => {
  const plan = planOf(types, 'each.key');
  plan.planned_values.root_module.resources[0].values.event_pattern = '{"source":"aws.cases"}';
  writeFileSync('plan.json', JSON.stringify(plan));
  expect(refusal(() => deliveryTo('plan.json', 'refunds-created'))).toContain(
    'aws_cloudwatch_event_rule.cases["created"].event_pattern.source in plan.json is "aws.cases"; allowed: a list',
  );
});

describe('what the plan does not decide', () => {
  const withLocal = (...references: string[]): Any => {
    const plan = planOf(types, 'each.key');
    codeIn(plan, 'aws_cloudwatch_event_target.function').expressions.arn = refer(...references);
    return plan;
  };

  test('is named by the parameters that decide it', () => {
    expect(refusal(() => deliveryTo(withLocal('local.arns', 'each.key'), 'refunds-created'))).toBe(
      `functionId is aws_lambda_function.refunds["created"], to which no rule of the template leads; allowed: a function behind a rule for the source aws.cases. Its rules and where they lead: aws_cloudwatch_event_rule.cases["created"] → \${aws_cloudwatch_event_target.function["created"].arn}; aws_cloudwatch_event_rule.cases["deleted"] → \${aws_cloudwatch_event_target.function["deleted"].arn}. If the way leads through what is unknown there, write deliveryTo(template, functionId, { parameters: { 'aws_cloudwatch_event_target.function["created"].arn': …, 'aws_cloudwatch_event_target.function["deleted"].arn': … } }).`,
    );
  });

  test('does not count as the same, because two places are written the same', () => {
    const plan = withLocal('each.value');
    expect(refusal(() => deliveryTo(plan, 'refunds-created'))).toContain(
      'parameters: { \'aws_cloudwatch_event_target.function["created"].arn\': …, \'aws_cloudwatch_event_target.function["deleted"].arn\': … }',
    );
  });

  test.each([
    ['the argument', 'aws_cloudwatch_event_target.function["created"].arn', 'aws_lambda_function.refunds["created"]'],
    [
      'its ARN',
      'aws_cloudwatch_event_target.function["created"].arn',
      'arn:aws:lambda:eu-central-1:444455556666:function:refunds-created',
    ],
    ['the local', 'local.arn', 'aws_lambda_function.refunds["created"]'],
  ])('is given as %s', (_, name, value) => {
    const { ways } = deliveryTo(withLocal('local.arn'), 'refunds-created', { parameters: { [name]: value } });
    expect(ways.map(([, end]) => end)).toContain('aws_lambda_function.refunds["created"]');
  });

  test('is unknown, not missing, for a permission', () => {
    const plan = planOf(types, 'each.key');
    codeIn(plan, 'aws_lambda_permission.rule').expressions.function_name = refer('local.names', 'each.key');
    const { findings, advice } = deliveryTo(plan, 'refunds-created');
    expect(findings).toEqual([]);
    expect(advice.map(({ what }) => what)).toEqual([
      'Whether the rule aws_cloudwatch_event_rule.cases["created"] may send to the function aws_lambda_function.refunds["created"] is unknown: the template does not decide its permission',
    ]);
  });

  test('is named by its argument also where another resource has the value', () => {
    const plan = planOf(types, 'each.key');
    for (const { type, values } of plan.planned_values.root_module.resources) {
      if (type === 'aws_cloudwatch_event_rule') delete values.event_pattern;
    }
    codeIn(plan, 'aws_cloudwatch_event_rule.cases').expressions.event_pattern = refer(
      'aws_lambda_function.refunds["created"].arn',
    );
    expect(refusal(() => deliveryTo(plan, 'refunds-created'))).toContain(
      `{ parameters: { 'aws_cloudwatch_event_rule.cases["created"].event_pattern': … } }`,
    );
  });

  test('refuses a name for which the plan does not ask', () => {
    const given = (name: string) =>
      deliveryTo(withLocal('local.arn'), 'refunds-created', { parameters: { [name]: 'x' } });
    expect(refusal(() => given('local.arnn'))).toBe(
      'the parameter name in options.parameters is "local.arnn"; allowed: the address of an argument on the way, such as "aws_sqs_queue.refunds.redrive_policy", or a variable or local behind one, such as "local.queue_arn". Did you mean "local.arn"?',
    );
    expect(refusal(() => given('Stage'))).toContain('The plan asks for nothing of this name.');
  });
});
