import { listStops } from '../route/route.ts';
import { cite, type RouteCheck } from './finding.ts';

/** A reference on the way that gives no ARN. */
export const wrongReference: RouteCheck = (route, { infrastructure: { wrongReferences, language } }) => {
  const stops = [...listStops(route), route.target.where];
  return wrongReferences
    .filter(({ on }) => stops.includes(on))
    .map(({ where, to, attribute, gives }) =>
      cite('referenceValues', {
        what: `${where} is the ${gives} of ${to}, and no ARN`,
        where,
        why: 'AWS refuses it, and here it counts as the ARN',
        todo:
          language === 'CloudFormation'
            ? `Write !GetAtt ${to}.Arn in place of ${writeWrong(to, attribute)}`
            : `Write ${to}.arn`,
      }),
    );
};

function writeWrong(to: string, attribute: string): string {
  return attribute === 'Ref' ? `!Ref ${to}` : `!GetAtt ${to}.${attribute}`;
}
