import type { Domain } from '../../model/domain/domain.ts';
import { sampleIds } from '../../model/event/samples.ts';
import type { FactName } from '../../model/facts/facts.ts';
import { limits } from '../../model/facts/limits.ts';
import { makeConnectArn } from '../../model/values/arns.ts';
import { makeUuid } from '../../model/values/identifiers.ts';
import { makeUserArn, pick } from '../values/makeTypicalValues.ts';
import { realisticTexts } from '../values/realisticTexts.ts';
import type { CoverageItem } from './coverageItems.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** The points of `performedBy`: the kinds of user, and the kinds of IAM principal. */
export function listPerformedByPoints(domain: Domain): VariationPoint[] {
  return [
    { id: 'user', segments: ['detail', 'performedBy', 'user'], variations: listUserVariations(domain) },
    {
      id: 'principal',
      segments: ['detail', 'performedBy', 'iamPrincipalArn'],
      variations: listPrincipalVariations(domain),
    },
  ];
}

function listUserVariations(domain: Domain): Variation[] {
  const longestArn = makeConnectArn(domain, sampleIds.instance, 'user/');
  return [
    makeTypical('userPath', 'userArn', (draft, number) => {
      draft.user = { userArn: makeUserArn(domain, number, 'user') };
    }),
    makeTypical('agentPath', 'userArn', (draft, number) => {
      draft.user = { userArn: makeUserArn(domain, number, 'agent') };
    }),
    makeTypical('customEntity', 'userUnion', (draft, number) => {
      draft.user = { customEntity: `crm-sync/${makeUuid(number).slice(0, 8)}` };
    }),
    {
      class: 'sparse',
      coverageItem: 'noUser',
      fact: 'userOptional',
      absent: true,
      plain: true,
      apply: (draft) => {
        draft.user = undefined;
      },
    },
    ...['arn:aws:iam::1/ops team@example.com:-_./', '7'].map((customEntity) =>
      makeEdge('oddCustomEntity', 'userUnion', (draft) => {
        draft.user = { customEntity };
      }),
    ),
    {
      ...makeEdge('longestIdentifier', 'identifier', (draft, length) => {
        draft.user = { userArn: longestArn.padEnd(length, '0') };
      }),
      size: { least: longestArn.length + sampleIds.user.length, most: limits.identifier },
    },
  ];
}

function listPrincipalVariations({ accountId }: Domain): Variation[] {
  const role = `arn:aws:iam::${accountId}:role/`;
  const principal = (coverageItem: CoverageItem, arn: string): Variation =>
    makeEdge(coverageItem, 'iamPrincipal', (draft) => {
      draft.iamPrincipalArn = arn;
    });
  return [
    makeTypical('ordinary', 'iamPrincipal', (draft, number) => {
      draft.iamPrincipalArn = `${role}${pick(realisticTexts.roles(), number)}Role`;
    }),
    principal('rolePath', `${role}service-role/cases/automation@prod+1=,.`),
    principal('assumedRole', `arn:aws:sts::${accountId}:assumed-role/RefundsFunctionRole/refunds-function`),
    {
      ...principal(
        'serviceLinkedRole',
        `${role}aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_1a2b3c4d5e6f7a8b9c0d`,
      ),
      fact: 'serviceLinkedRole',
    },
    {
      ...principal(
        'serviceLinkedRole',
        `arn:aws:sts::${accountId}:assumed-role/AWSServiceRoleForAmazonConnect_1a2b3c4d5e6f7a8b9c0d/${sampleIds.user}`,
      ),
      fact: 'serviceLinkedRole',
      later: true,
    },
    {
      ...makeEdge('longestIdentifier', 'identifier', (draft, length) => {
        draft.iamPrincipalArn = role.padEnd(length, 'r');
      }),
      size: { least: role.length + 14, most: limits.identifier },
    },
  ];
}

function makeTypical(coverageItem: CoverageItem, fact: FactName, apply: Variation['apply']): Variation {
  return { class: 'typical', coverageItem, fact, plain: true, apply };
}

function makeEdge(coverageItem: CoverageItem, fact: FactName, apply: Variation['apply']): Variation {
  return { class: 'edge', coverageItem, fact, plain: true, apply };
}
