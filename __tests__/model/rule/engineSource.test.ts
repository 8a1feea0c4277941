import { eventPattern } from '../../../model/rule/eventPattern.ts';
import { refusal } from '../../helpers/refusal.ts';
import { events } from './golden/ruleCases.json';

// What AWS's page and the measured results leave open, and the engine's source or tests decide (aws/event-ruler on
// GitHub). Each line names the class there.

const [e1, e2] = [events.e1, events.e2];
const value = (name: string, leaf: unknown) => ({ detail: { case: { fields: { [name]: { value: leaf } } } } });

test.each<[source: string, pattern: object | string, event: object, matches: boolean]>([
  // JsonRuleCompiler: a leaf is written into all combinations so far, and a later one replaces it.
  ['JsonRuleCompiler', '{"a":["1"],"$or":[{"a":["2"]},{"b":["3"]}]}', { a: '2' }, true],
  ['JsonRuleCompiler', '{"a":["1"],"$or":[{"a":["2"]},{"b":["3"]}]}', { a: '1' }, false],
  ['JsonRuleCompiler', '{"a":["1"],"$or":[{"a":["2"]},{"b":["3"]}]}', { a: '1', b: '3' }, true],
  ['JsonRuleCompiler', '{"$or":[{"a":["2"]},{"b":["3"]}],"a":["1"]}', { a: '2' }, false],
  ['JsonRuleCompiler', '{"$or":[{"a":["2"]},{"b":["3"]}],"a":["1"]}', { a: '1' }, true],
  ['JsonRuleCompiler', { detail: { eventType: ['CASE.UPDATED'] }, 'detail.eventType': ['CASE.CREATED'] }, e1, false],
  [
    'JsonRuleCompiler',
    { a: { $or: [{ b: ['1'] }, { c: { $or: [{ d: ['2'] }, { e: ['3'] }] } }] } },
    { a: { c: { e: '3' } } },
    true,
  ],
  // RuleCompiler: the second reading, in which $or is a key.
  ['RuleCompiler', { $or: { a: ['1'] } }, { $or: { a: '1' } }, true],
  ['RuleCompiler', { $or: ['1', '2'] }, { $or: '2' }, true],
  ['RuleCompiler', { $or: [{ prefix: 'a' }, { suffix: 'b' }] }, { $or: 'xb' }, true],
  ['RuleCompiler', { $or: [{ prefix: 'a' }] }, { $or: 'ab' }, true],
  ['RuleCompiler', { $or: [{ exists: false }, '1'] }, {}, true],
  // Event: values within lists within lists, and the elements that they lie in.
  ['Event', { a: ['x'] }, { a: [[['x']]] }, true],
  ['Event', { a: { b: [1], c: [2] } }, { a: [[{ b: 1 }, { c: 2 }]] }, false],
  ['Event', { a: { b: [1], c: [2] } }, { a: [[{ b: 1, c: 2 }]] }, true],
  ['Event', { a: { b: [1] }, c: [2] }, { a: [{ b: 1 }], c: [3, 2] }, true],
  ['Event', { a: { b: ['x', 'y'], c: [1] } }, { a: [{ b: ['z', 'y'], c: 1 }] }, true],
  // NameState: an absent key is absent from the elements that earlier keys chose.
  ['NameState', { a: { b: [1], c: [{ exists: false }] } }, { a: [{ b: 1 }, { b: 2, c: 3 }] }, true],
  ['NameState', { a: { b: [1], c: [{ exists: false }] } }, { a: [{ b: 1, c: 3 }, { b: 2 }] }, false],
  ['NameState', { a: { b: [{ exists: false }], c: [1] } }, { a: [{ c: 1 }, { b: 2 }] }, false],
  // ComparableNumber: doubles by value; digits that no double repeats are compared as text.
  ['ComparableNumber', '{"a":[-0]}', { a: 0 }, true],
  ['ComparableNumber', '{"a":[1e2]}', { a: 100 }, true],
  ['ComparableNumber', '{"a":[9007199254740993]}', { a: 9007199254740992 }, false],
  ['ComparableNumber', '{"a":[0.1]}', { a: 0.1 }, true],
  ['ComparableNumber', '{"a":[{"numeric":["=",5000000000.000001]}]}', { a: 5000000000.000001 }, true],
  ['ComparableNumber', '{"a":[{"numeric":["<",-6e9]}]}', { a: -7e9 }, true],
  ['ComparableNumber', '{"a":[{"numeric":[">=",5e-324]}]}', { a: 5e-324 }, true],
  ['ComparableNumber', { a: [{ numeric: ['=', 5] }] }, { a: '5' }, false],
  ['ComparableNumber', { a: ['5'] }, { a: 5 }, false],
  ['ComparableNumber', { a: [{ 'anything-but': 5 }] }, { a: 5.0 }, false],
  ['ComparableNumber', { a: [{ 'anything-but': 5 }] }, { a: '5' }, true],
  ['ComparableNumber', { a: [{ 'anything-but': [5, 6] }] }, { a: true }, true],
  // JsonRuleCompiler: operators compare the text of a value within its quotes, which only strings have.
  ['JsonRuleCompiler', value('amount', { doubleValue: [{ 'anything-but': { suffix: '8' } }] }), e1, true],
  ['JsonRuleCompiler', value('amount', { doubleValue: [{ 'anything-but': { wildcard: '*' } }] }), e1, true],
  [
    'JsonRuleCompiler',
    value('vip', { booleanValue: [{ 'anything-but': { 'equals-ignore-case': 'TRUE' } }] }),
    e1,
    true,
  ],
  ['JsonRuleCompiler', value('note', [{ 'anything-but': { prefix: ['n', 'm'] } }]), e1, true],
  ['JsonRuleCompiler', value('blank', { stringValue: [{ 'anything-but': '' }] }), e1, false],
  ['JsonRuleCompiler', value('blank', { stringValue: [{ wildcard: '*' }] }), e1, true],
  ['JsonRuleCompiler', value('blank', { stringValue: [{ wildcard: '' }] }), e1, true],
  ['JsonRuleCompiler', value('blank', { stringValue: [{ exists: true }] }), e1, true],
  ['JsonRuleCompiler', value('emptyobj', [{ exists: false }]), e1, true],
  [
    'JsonRuleCompiler',
    value('objs', [{ exists: true }]),
    { detail: { case: { fields: { objs: { value: [{}] } } } } },
    false,
  ],
  [
    'JsonRuleCompiler',
    { detail: { relatedItem: { relatedItemType: [{ 'anything-but': { wildcard: ['C*t', 'S*'] } }] } } },
    e2,
    false,
  ],
  [
    'JsonRuleCompiler',
    {
      detail: { relatedItem: { relatedItemType: [{ 'anything-but': { 'equals-ignore-case': ['FILE', 'comment'] } }] } },
    },
    e2,
    false,
  ],
  // WildcardParser: a backslash escapes a star and itself.
  [
    'WildcardParser',
    { detail: { relatedItem: { comment: { body: [{ wildcard: '*refund \\* to*\\\\ path' }] } } } },
    e2,
    true,
  ],
  ['WildcardParser', { a: [{ wildcard: 'a*b*a' }] }, { a: 'aba' }, true],
  ['WildcardParser', { a: [{ wildcard: 'a*ba' }] }, { a: 'aba' }, true],
  ['WildcardParser', { a: [{ wildcard: 'ab*ba' }] }, { a: 'aba' }, false],
  // EqualsIgnoreCaseParser: each character of the pattern stands for its own lower and upper case.
  ['EqualsIgnoreCaseParser', { a: [{ 'equals-ignore-case': 'straße' }] }, { a: 'STRASSE' }, true],
  ['EqualsIgnoreCaseParser', { a: [{ 'equals-ignore-case': 'STRASSE' }] }, { a: 'straße' }, false],
  ['EqualsIgnoreCaseParser', { a: [{ 'equals-ignore-case': 'ẞ' }] }, { a: 'ß' }, true],
  ['EqualsIgnoreCaseParser', { a: [{ 'equals-ignore-case': 'İ' }] }, { a: 'i' }, false],
  // CIDRTest: the network is that of the address, and a text that is nearly an address is a text.
  ['CIDRTest', { a: [{ cidr: '54.240.196.171/24' }] }, { a: '54.240.196.0' }, true],
  ['CIDRTest', { a: [{ cidr: '13.32.0.0/15' }] }, { a: '13.33.255.255' }, true],
  ['CIDRTest', { a: [{ cidr: '13.32.0.0/15' }] }, { a: '13.34.0.0' }, false],
  ['CIDRTest', { a: [{ cidr: '2600:9000::/28' }] }, { a: '2600:900f:ffff::1' }, true],
  ['CIDRTest', { a: [{ cidr: '10.0.0.0/24' }] }, { a: '::a00:1' }, false],
  ['CIDRTest', { a: ['08:23'] }, { a: '08:23' }, true],
  ['CIDRTest', { a: ['2400:6500:FF00::36FB:1F8F'] }, { a: '2400:6500:ff00:0:0:0:36fb:1f8f' }, true],
  ['CIDRTest', { a: ['255.255.255.255'] }, { a: '255.255.255.254' }, false],
])('%s decides %j for %j', (_, pattern, event, matches) => {
  expect(eventPattern(pattern).matches(event)).toBe(matches);
});

test.each<[source: string, pattern: object | string, place: string]>([
  ['CIDRTest', { a: [{ cidr: '2400:6500:FF00::36FB:1F80/222' }] }, 'pattern.a[0].cidr'],
  ['CIDRTest', { a: [{ cidr: '2.1.0.-1/3' }] }, 'pattern.a[0].cidr'],
  ['CIDRTest', { a: [{ cidr: '10.10.10.10.10/3' }] }, 'pattern.a[0].cidr'],
  ['CIDRTest', { a: [{ cidr: '192.168.0.1/-3424' }] }, 'pattern.a[0].cidr'],
  ['CIDR', { a: [{ cidr: '2600:1F14::/128' }] }, 'pattern.a[0].cidr'],
  ['CIDR', { a: [{ cidr: ['10.0.0.0/8'] }] }, 'pattern.a[0].cidr'],
  ['Range', { a: [{ numeric: ['>', 5, '<', 5] }] }, 'pattern.a[0].numeric'],
  ['JsonRuleCompiler', { a: [{ numeric: ['=', 1, '<', 5] }] }, 'pattern.a[0].numeric'],
  ['JsonRuleCompiler', { a: [{ numeric: ['>', 1, '<', 5, '<', 6] }] }, 'pattern.a[0].numeric'],
  ['JsonRuleCompiler', { a: [{ numeric: ['!=', 5] }] }, 'pattern.a[0].numeric'],
  ['JsonRuleCompiler', { a: [{ numeric: 5 }] }, 'pattern.a[0].numeric'],
  ['JsonRuleCompiler', { a: [{ 'anything-but': { prefix: '' } }] }, 'pattern.a[0].anything-but.prefix'],
  ['JsonRuleCompiler', { a: [{ 'anything-but': { suffix: ['a', ''] } }] }, 'pattern.a[0].anything-but.suffix[1]'],
  ['JsonRuleCompiler', { a: [{ 'anything-but': { wildcard: ['a**'] } }] }, 'pattern.a[0].anything-but.wildcard[0]'],
  ['JsonRuleCompiler', { a: [{ 'anything-but': { exists: true } }] }, 'pattern.a[0].anything-but'],
  ['JsonRuleCompiler', { a: [{ 'anything-but': ['a', true] }] }, 'pattern.a[0].anything-but'],
  ['ComparableNumber', '{"a":[{"anything-but":1e400}]}', 'pattern.a[0].anything-but'],
  ['ComparableNumber', '{"a":[{"numeric":["=",9007199254740993]}]}', 'pattern.a[0].numeric[1]'],
  ['WildcardParser', { a: [{ wildcard: 'a\\b' }] }, 'pattern.a[0].wildcard'],
  ['RuleCompiler', { $or: [{ a: ['1'] }, {}] }, 'pattern["$or"][1]'],
  ['RuleCompiler', { $or: [] }, 'pattern["$or"]'],
  ['RuleCompiler', { $or: 'a' }, 'pattern["$or"]'],
  ['RuleCompiler', { $or: [{ a: ['1'] }, { numeric: ['2'] }] }, 'pattern["$or"][1].numeric'],
  ['JsonRuleCompiler', [], 'pattern'],
])('%s refuses %j at %s', (_, pattern, place) => {
  expect(refusal(() => eventPattern(pattern)).startsWith(`${place} is `)).toBe(true);
});
