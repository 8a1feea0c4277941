/** Durations in milliseconds. A month here has 30 days. */
export const SECOND = 1000;
export const MINUTE: number = 60 * SECOND;
export const HOUR: number = 60 * MINUTE;
export const DAY: number = 24 * HOUR;
export const MONTH: number = 30 * DAY;
