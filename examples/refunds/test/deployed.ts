import { deliveryTo } from 'connect-cases-contracts/infrastructure';

/** How events reach the function: rule, queue and mapping of the template. */
export const deployed = deliveryTo('template.yaml', 'RefundsFunction');
