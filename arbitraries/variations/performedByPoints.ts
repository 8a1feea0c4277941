import type { Domain } from '../../model/domain/domain.ts';
import { sampleIds } from '../../model/event/samples.ts';
import type { FactName } from '../../model/facts/facts.ts';
import { limits } from '../../model/facts/limits.ts';
import { connectArn } from '../../model/values/arns.ts';
import { uuid } from '../../model/values/identifiers.ts';
import { makeUserArn, pick } from '../values/makeTypicalValues.ts';
import { realisticTexts } from '../values/realisticTexts.ts';
import type { CoverageItem } from './coverageItems.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** The points of `performedBy`: the kinds of user, and the kinds of IAM principal. */
export function performedByPoints(domain: Domain): VariationPoint[] {
  return [
    { id: 'user', segments: ['detail', 'performedBy', 'user'], variations: userVariations(domain) },
    {
      id: 'principal',
      segments: ['detail', 'performedBy', 'iamPrincipalArn'],
      variations: principalVariations(domain),
    },
  ];
}

function userVariations(domain: Domain): Variation[] {
  const longestArn = connectArn(domain, sampleIds.instance, 'user/');
  return [
    typical('userPath', 'userArn', (draft, number) => {
      draft.user = { userArn: makeUserArn(domain, number, 'user') };
    }),
    typical('agentPath', 'userArn', (draft, number) => {
      draft.user = { userArn: makeUserArn(domain, number, 'agent') };
    }),
    typical('customEntity', 'userUnion', (draft, number) => {
      draft.user = { customEntity: `crm-sync/${uuid(number).slice(0, 8)}` };
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
      edge('oddCustomEntity', 'userUnion', (draft) => {
        draft.user = { customEntity };
      }),
    ),
    {
      ...edge('longestIdentifier', 'identifier', (draft, length) => {
        draft.user = { userArn: longestArn.padEnd(length, '0') };
      }),
      size: { least: longestArn.length + sampleIds.user.length, most: limits.identifier },
    },
  ];
}

function principalVariations({ accountId }: Domain): Variation[] {
  const role = `arn:aws:iam::${accountId}:role/`;
  const principal = (coverageItem: CoverageItem, arn: string): Variation =>
    edge(coverageItem, 'iamPrincipal', (draft) => {
      draft.iamPrincipalArn = arn;
    });
  return [
    typical('ordinary', 'iamPrincipal', (draft, number) => {
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
      ...edge('longestIdentifier', 'identifier', (draft, length) => {
        draft.iamPrincipalArn = role.padEnd(length, 'r');
      }),
      size: { least: role.length + 14, most: limits.identifier },
    },
  ];
}

function typical(coverageItem: CoverageItem, fact: FactName, apply: Variation['apply']): Variation {
  return { class: 'typical', coverageItem, fact, plain: true, apply };
}

function edge(coverageItem: CoverageItem, fact: FactName, apply: Variation['apply']): Variation {
  return { class: 'edge', coverageItem, fact, plain: true, apply };
}
