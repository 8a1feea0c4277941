import { otherPartitions } from '../facts/regions.ts';

/** An AWS Region, such as us-east-1. */
export const regionPattern: RegExp = /^[a-z]{2,4}(-[a-z]+)+-\d$/;

/** Excludes the Regions of partitions other than `aws`. */
export const ofPartitionAwsPattern: RegExp = new RegExp(`^(?!${otherPartitions.source.slice(1)})`);

/** The id of an AWS account. */
export const accountPattern: RegExp = /^\d{12}$/;

/** The ARN of a Cases domain; only its beginning is fixed. */
export const domainArnPattern: RegExp = /^arn:aws:cases:[a-z0-9-]+:\d{12}:domain\/[^/]+$/;

/** The ARN of a case or related item. */
export const caseArnPattern: RegExp = /^arn:aws:cases:[a-z0-9-]+:\d{12}:domain\/[^/]+\/case\//;

/**
 * An entity other than a Connect user that made a change
 * (https://docs.aws.amazon.com/connect/latest/APIReference/API_connect-cases_UserUnion.html, modelled).
 */
export const customEntityPattern: RegExp = /^[a-zA-Z0-9_\-.@:/ ]*[a-zA-Z0-9_\-.@:/]$/;

/** The end of an instant in UTC: up to nine fraction digits, the most that AWS's writers produce. */
export const instantEndPattern: RegExp = /T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
