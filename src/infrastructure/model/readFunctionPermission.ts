import { writeText } from '../values/joinText.ts';
import { type Resolved, Unresolved } from '../values/resolved.ts';
import { settle, settleText } from '../values/settle.ts';
import type { Address, SenderTest } from './infrastructure.ts';
import { isAction, type Statement } from './readStatements.ts';

/** What a permission of a function says. */
interface PermissionProperties {
  readonly principal: Resolved;
  readonly sourceArn: Resolved;
  readonly sourceAccount: Resolved;
  readonly action: Resolved;
}

/**
 * The permission of a service to invoke a function; undefined if it is for another action.
 * https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html (documented): `SourceArn` is compared as `StringLike`
 */
export function readFunctionPermission(
  { principal, sourceArn, sourceAccount, action }: PermissionProperties,
  locate: (value: Resolved) => Address,
): Statement | undefined {
  if (typeof action === 'string' && !isAction(action, 'lambda:invokefunction')) return undefined;
  const service = settleText(principal);
  const test = (key: SenderTest['key'], value: Resolved): readonly SenderTest[] =>
    value === undefined ? [] : [{ key, isPattern: key === 'arn', values: [writeText(value)] }];
  const unknown = settle([principal, sourceArn, sourceAccount, action].filter((one) => one instanceof Unresolved));
  return {
    effect: 'Allow',
    service: typeof service === 'string' ? service : undefined,
    ...(sourceArn === undefined ? {} : { sources: [locate(sourceArn)] }),
    tests: [...test('arn', sourceArn), ...test('account', sourceAccount)],
    isOpen: action instanceof Unresolved,
    names: unknown instanceof Unresolved ? unknown.names : [],
  };
}
