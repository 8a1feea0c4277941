import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { surveyLines } from '../../../src/infrastructure/overview/surveyLines.ts';
import { surveyRoutes } from '../../../src/infrastructure/overview/surveyRoutes.ts';
import { readTemplate } from '../../../src/infrastructure/template/readTemplate.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { refusal } from '../../helpers/refusal.ts';
import type { Any } from './received.ts';

inEmptyDirectories();

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** A rule to a queue, from which a function reads, changed. */
function changed(change: (resources: Any, template: Any) => void = () => undefined): Any {
  const Resources: Any = {
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: { EventPattern: { source: ['aws.cases'] }, Targets: [{ Id: 'queue', Arn: arn('Inbox') }] },
    },
    Inbox: { Type: 'AWS::SQS::Queue', Properties: {} },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: arn('Inbox'), FunctionName: { Ref: 'Handler' } },
    },
    Handler: { Type: 'AWS::Lambda::Function', Properties: {} },
  };
  const template = { Resources };
  change(Resources, template);
  return template;
}

/** The refusal of the function in a template. */
function refused(template: unknown, options?: object): string {
  return refusal(() => deliveryTo(template as object, 'Handler', options));
}

const unreached =
  'functionId is Handler, to which no rule of the template leads; allowed: a function behind a rule for the source aws.cases. ';

test('a pattern that AWS refuses is named by its file and its rule', () => {
  const template = changed((resources) => {
    resources.Other = structuredClone(resources.Rule);
    resources.Other.Properties.EventPattern.source = 'aws.cases';
  });
  writeFileSync('template.json', JSON.stringify(template));
  const place = 'Other.EventPattern.source';
  expect(refused('template.json')).toBe(
    `${place} in template.json is "aws.cases"; allowed: a list or an object. AWS says: each leaf of an event pattern is a list of strings, numbers, true, false, null and operators: one of them suffices, and every leaf must match. Write the value in a list.`,
  );
  expect(refused(template)).toContain(`${place} is "aws.cases"`);
  writeFileSync('functions.json', JSON.stringify({ Resources: {} }));
  expect(refused(['functions.json', 'template.json'])).toContain(`${place} in template.json is "aws.cases"`);
});

describe('a function without way is refused, with', () => {
  test('a rule whose condition does not hold', () => {
    const template = changed((resources, whole) => {
      whole.Conditions = { IsProd: { 'Fn::Equals': ['dev', 'prod'] } };
      resources.Rule.Condition = 'IsProd';
    });
    expect(refused(template)).toBe(
      `${unreached}The template has no rule with an event pattern. Rule does not exist, because its condition IsProd does not hold.`,
    );
  });

  test('its own condition', () => {
    const template = changed((resources, whole) => {
      whole.Conditions = { IsProd: { 'Fn::Equals': ['dev', 'prod'] } };
      resources.Handler.Condition = 'IsProd';
    });
    expect(refused(template)).toContain('Handler does not exist, because its condition IsProd does not hold.');
  });

  test('a queue that nothing reads', () => {
    const template = changed((resources) => {
      delete resources.Mapping;
    });
    expect(refused(template)).toBe(
      `${unreached}Its rules and where they lead: Rule → Inbox. Nothing reads Inbox: add an event source for it to Handler.`,
    );
  });

  test('a pipe', () => {
    const template = changed((resources) => {
      delete resources.Mapping;
      resources.Pipe = { Type: 'AWS::Pipes::Pipe', Properties: { Source: arn('Inbox'), Target: arn('Handler') } };
    });
    expect(refused(template)).toBe(
      `${unreached}Its rules and where they lead: Rule → Inbox. Inbox leads to Handler through the pipe Pipe, which is not read.`,
    );
  });

  test('a misspelt name', () => {
    const template = changed((resources) => {
      resources.Rule.Properties.Targets[0].Arn = arn('Inbx');
    });
    expect(refused(template)).toContain(
      '{Inbx.Arn}. Its event source mappings: Inbox → Handler. The template has no Inbx. Did you mean "Inbox"?',
    );
    expect(refused(template)).not.toContain('parameters');
  });

  test('the sources of its rules', () => {
    const template = changed((resources) => {
      resources.Rule.Properties.EventPattern.source = ['aws.s3', 'aws.ec2'];
    });
    expect(refused(template)).toContain('to which only rules for other sources lead (Rule for ["aws.s3","aws.ec2"])');
    expect(refusal(() => surveyRoutes(readTemplate(template), exampleDomain))).toBe(
      'template is a template with only rules for other sources: Rule for ["aws.s3","aws.ec2"]; allowed: one with a rule for the source aws.cases.',
    );
  });

  test('loops and nested stacks, which are not read', () => {
    const template = changed((resources) => {
      delete resources.Handler;
      resources['Fn::ForEach::Functions'] = ['Name', ['A'], {}];
      resources.Nested = { Type: 'AWS::CloudFormation::Stack', Properties: {} };
    });
    expect(refused(template)).toContain(
      'The template has no Lambda function. The template has the loop Fn::ForEach::Functions: give the template that aws cloudformation get-template --template-stage Processed prints. The template has the nested stack Nested: give its template beside this one.',
    );
  });
});

test('the survey of routes says that a target means nothing', () => {
  const template = changed((resources) => {
    resources.Rule.Properties.Targets[0].Arn = arn('Inbx');
  });
  const lines = surveyLines(surveyRoutes(readTemplate(template), exampleDomain), exampleDomain);
  expect(lines.at(-1)).toBe(
    [
      '1  Rule.Targets[0]: The target Rule.Targets[0] is $',
      '{Inbx.Arn}, which means nothing. The template has no Inbx. Did you mean "Inbox"? Correct the name.',
    ].join(''),
  );
});

test('the survey of routes names what it does not read', () => {
  const template = changed((resources) => {
    resources.Pipe = { Type: 'AWS::Pipes::Pipe', Properties: { Source: arn('Inbox'), Target: arn('Handler') } };
    resources.Nested = { Type: 'AWS::Serverless::Application', Properties: {} };
  });
  const lines = surveyLines(surveyRoutes(readTemplate(template), exampleDomain), exampleDomain);
  expect(lines.slice(-2)).toEqual([
    'Not read: the nested stack Nested: give its template beside this one.',
    'Not read: the pipe Pipe from Inbox to Handler.',
  ]);
});

test('inputs that exclude each other are named by their properties', () => {
  const template = changed((resources) => {
    Object.assign(resources.Rule.Properties.Targets[0], { Input: '{}', InputPath: '$.detail' });
  });
  expect(refused(template)).toBe(
    'Rule.Targets[0] is a target with Input and InputPath; allowed: a target with one of Input, InputPath and InputTransformer, or with none. They exclude each other. Remove InputPath, or Input.',
  );
});

describe('options.parameters', () => {
  const staged = changed((resources, whole) => {
    whole.Parameters = { Stage: { Type: 'String', Default: 'dev' } };
    whole.Conditions = { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } };
    resources.Rule.Condition = 'IsProd';
  });

  test.each([[[]], ['Stage=prod'], [null]])('refuses %j', (parameters) => {
    expect(refused(staged, { parameters })).toContain(
      "allowed: an object with values by name, such as { Stage: 'prod' }.",
    );
  });

  test('refuses a name that the template does not have', () => {
    expect(refused(staged, { parameters: { Colour: 'red' } })).toBe(
      'the parameter name in options.parameters is "Colour"; allowed: a name for which the template asks: "Stage", "IsProd".',
    );
    expect(refused(changed(), { parameters: { 'Inbox.Arm': 'a' } })).toContain('Did you mean "Inbox.Arn"?');
  });

  test('takes account and Region always, and a condition also as a text', () => {
    expect(deliveryTo(changed(), 'Handler', { parameters: { 'AWS::Region': 'eu-central-1' } }).ways).toHaveLength(1);
    expect(deliveryTo(staged, 'Handler', { parameters: { IsProd: 'true' } }).ways).toHaveLength(1);
  });
});

describe('a file', () => {
  test('that is missing is named by its path', () => {
    expect(refused('no/such.yaml')).toContain(`There is no such file or folder: ${path.resolve('no/such.yaml')}`);
  });

  test('that is empty is said to be so', () => {
    writeFileSync('empty.yaml', '\n');
    expect(refused('empty.yaml')).toContain(`The file is empty: ${path.resolve('empty.yaml')}.`);
  });

  test('with a mistake is named by its line, with what to do', () => {
    writeFileSync('bad.yaml', 'Resources:\n  A: b: c\n');
    expect(refused('bad.yaml')).toBe(
      'template "bad.yaml" is a text that does not parse; allowed: JSON or YAML. As YAML: Nested mappings are not allowed in compact mappings at line 2, column 6: "A: b: c". Check the indentation, the quotes and the colons of this line and the line before.',
    );
  });

  test('is found from the working directory first, then beside the package.json of the test', () => {
    expect(deliveryTo('__tests__/src/infrastructure/templates/sam.yaml', 'RefundsFunction').findings).toEqual([]);
    mkdirSync('__tests__/src/infrastructure/templates', { recursive: true });
    writeFileSync('__tests__/src/infrastructure/templates/sam.yaml', JSON.stringify(changed()));
    expect(deliveryTo('__tests__/src/infrastructure/templates/sam.yaml', 'Handler').ways).toHaveLength(1);
    const home = path.resolve(__dirname, '../../..');
    expect(refused('none.yaml')).toContain(`${path.resolve('none.yaml')} and ${path.join(home, 'none.yaml')}`);
  });
});
