import { type Domain, listCustomFields } from '../../model/domain/domain.ts';
import { connectArn, findArnForm } from '../../model/event/findArnForm.ts';

/**
 * Whether AWS can send demanded values, as far as their places say more than the schema: where events have ARNs, a value
 * must have the form of an ARN. The schema takes any text there, because it reads what AWS may send tomorrow.
 */
export function areSendable(values: Readonly<Record<string, unknown>>, domain: Domain): boolean {
  return Object.entries(values).every(([path, value]) => {
    if (path === 'relatedItem.custom.fields') return areFieldsSendable(value, domain);
    const form = findArnForm(path, domain);
    return form === undefined || typeof value !== 'string' || form.test(value);
  });
}

/** The list of a Custom item's fields, by name or id. */
function areFieldsSendable(value: unknown, domain: Domain): boolean {
  const users = listCustomFields(domain).filter(({ type }) => type === 'User');
  return Object.entries(value ?? {}).every(
    ([key, one]) => !users.some(({ id, name }) => id === key || name === key) || connectArn.test(String(one)),
  );
}
