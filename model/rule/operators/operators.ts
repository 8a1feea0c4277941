import { anythingBut } from './anythingBut.ts';
import { cidr } from './cidr.ts';
import { equalsIgnoreCase } from './equalsIgnoreCase.ts';
import { exactText } from './exactText.ts';
import { exists } from './exists.ts';
import { numeric } from './numeric.ts';
import type { Operator } from './operator.ts';
import { prefix } from './prefix.ts';
import { suffix } from './suffix.ts';
import { wildcard } from './wildcard.ts';

/** Every operator of event patterns, by its name. */
export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['prefix', prefix],
  ['suffix', suffix],
  ['equals-ignore-case', equalsIgnoreCase],
  ['anything-but', anythingBut],
  ['numeric', numeric],
  ['exists', exists],
  ['cidr', cidr],
  ['wildcard', wildcard],
  ['exactly', exactText],
]);

/**
 * The names that no key within `$or` may have: operators, and words that AWS keeps for later. With one of them, `$or` is
 * an ordinary key.
 */
export const reservedWithinOr: ReadonlySet<string> = new Set([
  ...operators.keys(),
  ...['html', '=', '<', '<=', '>', '>=', 'regex', 'not-wildcard', 'not-equals-ignore-case'],
  ...['date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range'],
  ...['ip-address-in-range', 'ip-address-not-in-range'],
]);
