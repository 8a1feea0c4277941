import { listPerformedByPoints } from '../../../arbitraries/variations/listPerformedByPoints.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { defaultDialect } from '../../../model/event/dialect.ts';
import { makeSampleDraft } from '../../../model/event/samples.ts';

test("a change by Connect for an agent names its service-linked role, as a role and as the user's assumed role", () => {
  const [, principal] = listPerformedByPoints(exampleDomain as never);
  const linked = principal?.variations.filter(({ coverageItem }) => coverageItem === 'serviceLinkedRole') ?? [];
  expect(linked.map((variation) => [variation.class, variation.fact])).toEqual([
    ['edge', 'serviceLinkedRole'],
    ['edge', 'serviceLinkedRole'],
  ]);
  const arns = linked.map(({ apply }) => {
    const draft = makeSampleDraft({ type: 'CASE.UPDATED' }, exampleDomain, defaultDialect);
    apply(draft, 1);
    return draft.iamPrincipalArn;
  });
  expect(arns).toEqual([
    expect.stringMatching(
      /^arn:aws:iam::\d{12}:role\/aws-service-role\/connect\.amazonaws\.com\/AWSServiceRoleForAmazonConnect_/,
    ),
    expect.stringMatching(/^arn:aws:sts::\d{12}:assumed-role\/AWSServiceRoleForAmazonConnect_\w+\/[0-9a-f-]{36}$/),
  ]);
});
