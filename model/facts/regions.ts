/** The Regions that have Cases (https://docs.aws.amazon.com/connect/latest/adminguide/regions.html, documented). */
export const regions = [
  'us-east-1',
  'us-west-2',
  'af-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-2',
] as const;

/** The Regions of other partitions, whose ARNs have another prefix. None of them has Cases (the fact `partition`). */
export const otherPartitions: RegExp = /^(cn|us-gov|us-iso[a-z]*|eu-iso[a-z]*|eusc)-/;
