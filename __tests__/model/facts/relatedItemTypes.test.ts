import {
  contentKeys,
  relatedItemTypes,
  unknownContentKey,
  unknownItemType,
  updatableItemTypes,
} from '../../../model/facts/relatedItemTypes.ts';

describe('related item types', () => {
  it('each have a content key: the type with a small first letter', () => {
    for (const type of relatedItemTypes) {
      expect(contentKeys[type]).toBe(type.charAt(0).toLowerCase() + type.slice(1));
    }
  });

  it('do not include the unknown type, nor its content key', () => {
    expect(relatedItemTypes).not.toContain(unknownItemType);
    expect(Object.values(contentKeys)).not.toContain(unknownContentKey);
  });

  it('include only two that the API updates', () => {
    expect(updatableItemTypes).toEqual(['Comment', 'Custom']);
  });
});
