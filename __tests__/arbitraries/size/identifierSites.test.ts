import { buildBaselineDraft } from '../../../arbitraries/plan/buildDraft.ts';
import { findIdentifierSites } from '../../../arbitraries/size/identifierSites.ts';
import { measureSize } from '../../../arbitraries/size/measureSize.ts';
import { syncDerivedFields } from '../../../model/event/syncDerivedFields.ts';
import { everyKind, kindsIn, worlds } from '../worlds.ts';

test('one more character in an identifier adds its width at every place that repeats it', () => {
  for (const kind of everyKind()) {
    const draft = buildBaselineDraft(kind);
    let bytes = measureSize(kind, draft);
    for (const { holder, member, width } of findIdentifierSites(kind, draft)) {
      holder[member] += '0';
      syncDerivedFields(draft);
      bytes += width;
      expect([kind.type, member, measureSize(kind, draft)]).toEqual([kind.type, member, bytes]);
    }
  }
});

test('the IAM principal comes last, and stays if a baseline overrides it', () => {
  const [kind] = kindsIn(worlds['the example domain'] as never);
  const membersOf = (each: object): string[] => {
    return findIdentifierSites(each as never, buildBaselineDraft(each as never)).map(({ member }) => member);
  };
  const baseline = { applyOverrides: () => {}, overrides: (...path: string[]) => path.at(-1) === 'iamPrincipalArn' };
  expect(membersOf(kind as object)).toEqual(['caseId', 'templateId', 'userArn', 'iamPrincipalArn']);
  expect(membersOf({ ...kind, baseline })).toEqual(['caseId', 'templateId', 'userArn']);
});
