import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { eventFor, received } from './received.ts';

const plan = path.join(__dirname, 'templates', 'terraform-plan.json');
const state = path.join(__dirname, 'templates', 'terraform-state.json');

describe('of a plan', () => {
  test('references lead through outputs, arguments and instances of modules', async () => {
    const delivery = deliveryTo(plan, 'module.refunds.aws_lambda_function.this');
    expect(delivery.rule).toEqual({ 'detail-type': ['Amazon Connect Cases Change'], source: ['aws.cases'] });
    expect(delivery.ways).toEqual([
      [
        'aws_cloudwatch_event_rule.cases',
        'module.refunds.aws_sqs_queue.this[0]',
        'module.refunds.aws_lambda_event_source_mapping.queue',
        'module.refunds.aws_lambda_function.this',
      ],
    ]);
    const inputs = await received(delivery, eventFor('CASE.CREATED'), eventFor('CASE.UPDATED'));
    expect(inputs.map(({ Records }) => JSON.parse(Records[0].body).detail.eventType)).toEqual(['CASE.UPDATED']);
  });

  test('a redrive policy that Terraform does not know yet is a finding, until it is given', () => {
    const { findings } = deliveryTo(plan, 'refunds-dev');
    expect(findings).toEqual([
      expect.objectContaining({
        what: 'The maxReceiveCount of the queue module.refunds.aws_sqs_queue.this[0] is unknown: it depends on module.refunds.aws_sqs_queue.this[0].redrive_policy',
        why: 'Terraform knows the redrive policy only when it has applied the plan. verifyDelivery delivers a failing message 5 times instead',
        todo: "Write deliveryTo(template, functionId, { parameters: { 'module.refunds.aws_sqs_queue.this[0].redrive_policy': … } })",
      }),
    ]);
    const parameters = { 'module.refunds.aws_sqs_queue.this[0].redrive_policy': '{"maxReceiveCount":3}' };
    const given = deliveryTo(plan, 'refunds-dev', { parameters });
    expect(given.findings).toEqual([]);
    expect(given.advice.map(({ what }) => what)).toEqual([
      'Whether the rule aws_cloudwatch_event_rule.cases may send to the queue module.refunds.aws_sqs_queue.this[0] is unknown: the template does not decide its permission',
    ]);
  });

  test('what Terraform computes when it applies is named', () => {
    const text = readFileSync(plan, 'utf8')
      .replace(/"event_pattern": "\{[^\n]*\n/, '')
      .replace('"event_pattern": {}', '"event_pattern": { "references": ["local.pattern"] }');
    expect(() => deliveryTo(text, 'refunds-dev')).toThrow(
      "the event_pattern of aws_cloudwatch_event_rule.cases is unknown: it depends on aws_cloudwatch_event_rule.cases.event_pattern; allowed: a value that the template decides, or that options.parameters gives. The JSON of Terraform does not say what local.pattern is. Write deliveryTo(template, functionId, { parameters: { 'aws_cloudwatch_event_rule.cases.event_pattern': … } }).",
    );
  });
});

describe('of a state', () => {
  test('ARNs lead from the rule over a topic, a queue and an alias to the function, with the transformed input', async () => {
    const delivery = deliveryTo(state, 'aws_lambda_function.search');
    expect(delivery.rule).toEqual({ source: ['aws.cases'], detail: { eventType: [{ prefix: 'CASE.' }] } });
    const event = eventFor('CASE.CREATED') as { detail: { case: { caseId: string } } };
    const [input] = await received(delivery, event);
    expect(JSON.parse(input.Records[0].body)).toEqual({ type: 'CASE.CREATED', caseId: event.detail.case.caseId });
  });

  test('its faults are findings in the words of Terraform', () => {
    const { findings } = deliveryTo(state, 'search');
    expect(findings.map(({ where, todo }) => [where, todo])).toEqual([
      [
        'aws_lambda_event_source_mapping.search.function_response_types',
        'Add function_response_types: [ReportBatchItemFailures], or let the function throw',
      ],
      ['aws_sqs_queue.search.visibility_timeout_seconds', 'Set visibility_timeout_seconds to at least 360'],
    ]);
  });
});
