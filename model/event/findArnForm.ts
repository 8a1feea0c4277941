import { type Domain, listIncludedFields } from '../domain/domain.ts';

/** The form of the ARNs at a path of overrides; undefined for a place without ARNs. */
export function findArnForm(path: string, domain: Domain): RegExp | undefined {
  if (Object.hasOwn(forms, path)) return forms[path];
  const isUser = listIncludedFields(domain).some(({ name, type }) => type === 'User' && path === `case.fields.${name}`);
  return isUser ? connectArn : undefined;
}

/** The ARN of a resource in a Connect instance. */
export const connectArn: RegExp = /^arn:aws:connect:[a-z0-9-]+:\d{12}:instance\/[^/:]+\/[^:]+$/;

const forms: Readonly<Record<string, RegExp>> = {
  'performedBy.user.userArn': connectArn,
  'performedBy.iamPrincipalArn': /^arn:aws:(?:iam|sts)::\d{12}:[^/:]+(?:\/.*)?$/s,
};
