import type { OutageError } from './outage.ts';

/** The members of an error of the AWS SDK v3 beside its name and message. */
interface SdkError {
  readonly name: string;
  readonly message: string;
  readonly $fault?: 'client' | 'server';
  readonly $retryable: { readonly throttling: boolean };
  readonly httpStatusCode?: number;
  readonly code?: string;
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html: such errors come after the retries. */
const errors: Readonly<Record<OutageError, SdkError>> = {
  throttling: {
    name: 'ThrottlingException',
    message: 'Rate exceeded',
    $fault: 'client',
    $retryable: { throttling: true },
    httpStatusCode: 400,
  },
  serverError: {
    name: 'InternalServerError',
    message: 'Internal server error',
    $fault: 'server',
    $retryable: { throttling: false },
    httpStatusCode: 500,
  },
  timeout: {
    name: 'TimeoutError',
    message: 'The connection timed out',
    $retryable: { throttling: false },
    code: 'ETIMEDOUT',
  },
};

/** The attempts of the SDK's standard mode. */
const ATTEMPTS = 3;

/** An error as the AWS SDK v3 throws it after its own retries. */
export function makeOutageError(kind: OutageError): Error {
  const { message, httpStatusCode, ...members } = errors[kind];
  const $metadata = { ...(httpStatusCode !== undefined && { httpStatusCode }), attempts: ATTEMPTS, totalRetryDelay: 0 };
  return Object.assign(new Error(message), members, { $metadata });
}
