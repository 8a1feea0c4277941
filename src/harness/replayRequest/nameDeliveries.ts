import type { Contract } from '../../../contracts/contract.ts';

/** The title of a consumer's deliveries, beside the titles of its contracts. */
export function nameDeliveries({ consumer }: Pick<Contract, 'consumer'>): string {
  return `${consumer} deliveries`;
}
