interface Detail {
  eventType?: string;
  performedBy?: { user?: { userArn?: string } };
  case?: { caseId?: string; fields?: Record<string, { value?: Record<string, unknown> }> };
  relatedItem?: { relatedItemType?: string; caseId?: string; comment?: { body?: string } };
}

const refundAmount = '1c7b3e4f-62d8-4e1f-9a2b-7d3c8e0f5b21';

export async function handler({ detail }: { detail: Detail }): Promise<string> {
  const { eventType = '', performedBy, case: refund, relatedItem } = detail;
  switch (eventType.replace(/^CASE\.(?=RELATED_ITEM\.)/, '')) {
    case 'CASE.CREATED':
      return `${refund?.caseId} is ${refund?.fields?.status === undefined ? 'new' : 'known'}`;
    case 'CASE.UPDATED':
      return `${refund?.caseId}: ${refund?.fields?.[refundAmount]?.value?.doubleValue} by ${performedBy?.user?.userArn}`;
    case 'CASE.DELETED':
      return `${refund?.caseId} is gone`;
    case 'RELATED_ITEM.CREATED':
      if (relatedItem?.relatedItemType?.toLowerCase() !== 'comment') return 'not for us';
      return `${relatedItem.caseId}: ${relatedItem.comment?.body ?? ''}`;
    default:
      return 'not for us';
  }
}
