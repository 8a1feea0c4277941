import { DAY } from './durations.ts';

/** The last millisecond of the year 9999: later years, and those before 1970, have another text format. */
const LAST = 253_402_300_799_999;

/**
 * The text of `Date#toISOString` in a tenth of its time. An event has up to a dozen instants, which took a third of its
 * build time. It makes the whole text at once, so nothing needs joining later.
 * @throws RangeError for an invalid instant
 */
export function formatInstant(milliseconds: number): string {
  if (!(Number.isInteger(milliseconds) && milliseconds >= 0 && milliseconds <= LAST)) {
    return new Date(milliseconds).toISOString();
  }
  const days = Math.floor(milliseconds / DAY);
  const ofDay = milliseconds - days * DAY;
  // Howard Hinnant's civil_from_days: years begin in March, so that a leap day is the last of its year.
  const sinceMarch0 = days + 719_468;
  const era = truncate(sinceMarch0 / 146_097);
  const ofEra = sinceMarch0 - era * 146_097;
  const yearOfEra = truncate(
    (ofEra - truncate(ofEra / 1460) + truncate(ofEra / 36_524) - truncate(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + truncate(yearOfEra / 4) - truncate(yearOfEra / 100));
  const sinceMarch = truncate((5 * ofYear + 2) / 153);
  const day = ofYear - truncate((153 * sinceMarch + 2) / 5) + 1;
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const century = truncate(year / 100);
  const ofCentury = year - century * 100;
  const seconds = truncate(ofDay / 1000);
  const millisecond = ofDay - seconds * 1000;
  const minutes = truncate(seconds / 60);
  const second = seconds - minutes * 60;
  const hour = truncate(minutes / 60);
  const minute = minutes - hour * 60;
  const hundreds = truncate(millisecond / 100);
  const ofHundred = millisecond - hundreds * 100;
  // One call for all 24 characters: V8 allocates them as one flat text.
  return String.fromCharCode(
    getTensDigit(century),
    getOnesDigit(century),
    getTensDigit(ofCentury),
    getOnesDigit(ofCentury),
    DASH,
    getTensDigit(month),
    getOnesDigit(month),
    DASH,
    getTensDigit(day),
    getOnesDigit(day),
    T,
    getTensDigit(hour),
    getOnesDigit(hour),
    COLON,
    getTensDigit(minute),
    getOnesDigit(minute),
    COLON,
    getTensDigit(second),
    getOnesDigit(second),
    DOT,
    ZERO + hundreds,
    getTensDigit(ofHundred),
    getOnesDigit(ofHundred),
    Z,
  );
}

const [DASH, T, COLON, DOT, Z, ZERO] = [0x2d, 0x54, 0x3a, 0x2e, 0x5a, 0x30] as const;

function truncate(number: number): number {
  return number | 0;
}

function getTensDigit(number: number): number {
  return ZERO + truncate(number / 10);
}

function getOnesDigit(number: number): number {
  return ZERO + (number % 10);
}
