import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseCaseEvent } from '../../model/parse/parseCaseEvent.ts';
import { NoFile, readFileText, toUnreadInput } from '../../model/platform/readFileText.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { parseIfJson } from '../../model/values/json/parseIfJson.ts';
import type { Recorded } from './recordedEvents.ts';

/** The captured events of a folder, and the other things in it. */
export interface Recordings {
  readonly recorded: readonly Recorded[];
  /** Places of values that are no Cases events of the model. */
  readonly others: readonly string[];
}

/**
 * Reads captured events from the files of a folder: JSON with one event or a list, or NDJSON.
 * @throws InvalidArgumentError if it is not a folder; Error of one sentence if it does not exist, has no event, or a
 * file is no JSON
 */
export function readRecordings(directory: string): Recordings {
  const recorded: Recorded[] = [];
  const others: string[] = [];
  for (const file of listFiles(directory)) {
    for (const { value, source } of readFileValues(directory, file)) {
      const event = tryParseEvent(value);
      if (event === undefined) others.push(source);
      else recorded.push({ event, source });
    }
  }
  if (recorded.length > 0) return { recorded, others };
  throw new Error(`There is no event of Amazon Connect Cases in the .json and .ndjson files of ${directory}.`);
}

function listFiles(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => /\.(json|ndjson|jsonl)$/.test(name))
      .sort()
      .map((name) => path.join(directory, name));
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    const why = ofFolder[code] ?? toUnreadInput(cause).message;
    throw new Error(`${directory} cannot be read as a folder of recordings (${why}).`, { cause });
  }
}

/** Words for a folder, where those for a file say less. */
const ofFolder: Readonly<Record<string, string>> = { ENOENT: 'there is no such folder', ENOTDIR: 'it is a file' };

function readFileValues(directory: string, file: string): { value: unknown; source: string }[] {
  const text = readText(directory, file);
  const whole = parseIfJson(text);
  // No JSON stands for its own text.
  if (whole !== text) {
    return Array.isArray(whole)
      ? whole.map((value, index) => ({ value, source: `${file}[${index}]` }))
      : [{ value: whole, source: file }];
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const source = `${file}:${index + 1}`;
    const value = parseIfJson(line);
    if (value === line)
      throw new Error(`${source} is not JSON. Allowed: one event, a list of events, or one event a line.`);
    return [{ value, source }];
  });
}

function readText(directory: string, file: string): string {
  try {
    return readFileText(file);
  } catch (cause) {
    if (cause instanceof NoFile) {
      throw new InvalidArgumentError({
        argument: '--recordings',
        received: directory,
        allowed: 'a folder of captured events',
        because: `${file} cannot be read: ${cause.message}`,
      });
    }
    throw new Error(`${file} cannot be read (${(cause as Error).message}).`, { cause });
  }
}

function tryParseEvent(value: unknown): Recorded['event'] | undefined {
  try {
    return parseCaseEvent(value);
  } catch {
    return undefined;
  }
}
