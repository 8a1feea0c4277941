/** The coverage items of each class, with their words for people. The sample has none; foreign events have no plan. */
export const coverageItems = {
  typical: {
    stringValue: 'stringValue',
    doubleValue: 'doubleValue',
    booleanValue: 'booleanValue',
    userArnValue: 'userArnValue',
    userPath: 'user by /user/',
    agentPath: 'user by /agent/',
    customEntity: 'user by customEntity',
    ordinary: 'ordinary values',
  },
  sparse: {
    nothingOptional: 'everything optional absent',
    noUser: 'no user',
    noFields: 'fields absent',
    emptyFields: 'fields empty',
    absentField: 'a field absent',
    clearedField: 'a cleared field',
    absentContentMember: 'a member of the content absent',
  },
  edge: {
    emptyText: 'empty text',
    longestText: 'longest text',
    surrogatePairs: 'surrogate pairs',
    combiningCharacters: 'combining characters',
    rightToLeft: 'right-to-left text',
    quotes: 'quotes',
    controlCharacters: 'control characters',
    pairsFrom0: 'pairs from offset 0',
    pairsFrom1: 'pairs from offset 1',
    zero: 'zero',
    negativeNumber: 'negative number',
    fractionalNumber: 'fractional number',
    tinyNumber: 'tiny number',
    hugeNumber: 'huge number',
    false: 'false',
    unparsableText: 'text that does not parse',
    rolePath: 'role with a path',
    assumedRole: 'assumed role',
    serviceLinkedRole: 'service-linked role',
    oddCustomEntity: 'customEntity of odd characters',
    fieldIdOfDigits: 'field id of digits',
    fieldIdWithDots: 'field id with dots',
    fieldIdWithBlanks: 'field id with blanks',
    fieldIdOutsideAscii: 'field id outside ASCII',
    unknownOption: 'option never seen',
    longestIdentifier: 'longest identifier',
    oddCaseId: 'case id of odd characters',
  },
  open: {
    envelopeAddition: 'new property in the envelope',
    detailAddition: 'new property in detail',
    subjectAddition: 'new property in the case or related item',
    contentAddition: 'new property in the content',
    performedByAddition: 'new property in performedBy',
    unknownField: 'unknown custom field',
    unknownItemType: 'unknown item type',
    'grown.ascii': 'fields added to the domain, ascii',
    'grown.threeBytes': 'fields added to the domain, threeBytes',
    'grown.fourBytes': 'fields added to the domain, fourBytes',
    'grown.escapes': 'fields added to the domain, escapes',
    'grown.oneByteBelow': 'fields added to the domain, one byte below the ceiling',
    'grown.mostFields': 'fields added to the domain, as many as can be included',
  },
  limit: {
    'largest.ascii': 'largest, ascii',
    'largest.threeBytes': 'largest, threeBytes',
    'largest.fourBytes': 'largest, fourBytes',
    'largest.escapes': 'largest, escapes',
    'largest.oneByteBelow': 'one byte below the largest',
    'largest.longIds': 'long ids at the largest',
    longestAsciiContent: 'longest ASCII content',
    longestFourByteContent: 'longest 4-byte content',
    longestEscapedContent: 'longest escaped content',
  },
} as const;

/** A class whose events are planned from the sample. */
export type PlannedClass = keyof typeof coverageItems;

/** The id of a coverage item of any class. Its words may change, and nothing depends on them. */
export type CoverageItem = { [Class in PlannedClass]: keyof (typeof coverageItems)[Class] }[PlannedClass];

const words: Readonly<Record<CoverageItem, string>> = Object.assign({}, ...Object.values(coverageItems));

/** A coverage item in words. */
export function describeCoverageItem(coverageItem: CoverageItem): string {
  return words[coverageItem];
}
