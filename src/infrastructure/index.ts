/**
 * How Cases events reach a function, as its template says: CloudFormation, SAM, the CDK or Terraform.
 *
 * @module connect-cases-contracts/infrastructure
 */

import '../../model/platform/guard.ts';

export type { Domain } from '../../model/domain/domain.ts';
export type { Certainty, Fact } from '../../model/facts/facts.ts';
export type { LambdaCallback, LambdaContext } from '../harness/lambda/makeLambdaContext.ts';
export type { Handler } from '../harness/lambda/runHandler.ts';
export type { QueueBatch } from '../harness/transports/batches.ts';
export type { TransportName } from '../harness/transports/transport.ts';
export { type DeliveryToOptions, type DeployedDelivery, deliveryTo, type RulePattern } from './deliveryTo.ts';
export type { TemplateFinding } from './findings/finding.ts';
export type { RowState } from './route/route.ts';
export type { DeliverySettings } from './transport/settings.ts';
