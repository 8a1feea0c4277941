/** The ids that AWS gave the custom fields of our Cases domain. */
export const fieldIds = {
  refundReason: '0b6a2f3e-51c7-4d0e-8f1a-6c2b7d9e4a10',
  refundAmount: '1c7b3e4f-62d8-4e1f-9a2b-7d3c8e0f5b21',
  goodwill: '2d8c4f5a-73e9-4f2a-8b3c-8e4d9f1a6c32',
  dueDate: '3e9d5a6b-84fa-4a3b-9c4d-9f5e0a2b7d43',
  priority: '4fae6b7c-950b-4b4c-8d5e-0a6f1b3c8e54',
  orderPage: '5abf7c8d-a61c-4c5d-9e6f-1b7a2c4d9f65',
  approver: '6bc08d9e-b72d-4d6e-8f7a-2c8b3d5e0a76',
} as const;
