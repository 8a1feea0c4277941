import type { Contract } from '../../../contracts/contract.ts';
import { fs, hashToHex, isDeepStrictEqual, path } from '../../../model/platform/nodeModules.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import { writeWhole } from '../../../model/platform/writeWhole.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import { findPackageDirectory } from '../run/findPackageDirectory.ts';
import { identifyHandler } from '../run/handlerName.ts';

/** What has witnesses: a contract, or the deliveries of a consumer. */
export interface WitnessSubject extends Pick<Contract, 'table' | 'title'> {
  /** What else distinguishes it from others of its title; absent if nothing does. */
  readonly choice?: string | undefined;
}

/** What every witness has. */
export interface Identified {
  /** The title of its subject. */
  readonly title: string;
  /** The failing handler; absent in files of earlier releases, which are for any handler. */
  readonly handler?: HandlerName | undefined;
}

/** How one kind of witness lies in its file. */
export interface WitnessForm<Witness extends Identified> {
  /** The plain data for the file. */
  write(witness: Witness): object;
  /** The witness in plain data. Returns undefined, or throws, if the data are no witness. */
  read(saved: never): Witness | undefined;
}

/** A witness with its file. */
export interface Kept<Witness> {
  readonly file: string;
  readonly witness: Witness | 'unreadable';
}

/**
 * The file of a witness, beside the nearest package.json. No test runner watches its extension. The first failing handler
 * gets the plain name, and others get their own.
 */
export function getWitnessPath({ title, table, choice }: WitnessSubject, handler?: HandlerName): string {
  const digests = [
    title,
    ...(choice === undefined ? [] : [choice]),
    ...(handler === undefined ? [] : [JSON.stringify(identifyHandler(handler))]),
  ];
  const name = [
    title.replaceAll(/[^A-Za-z0-9]+/g, '-'),
    ...digests.map((text) => hashToHex('sha256', text).slice(0, 8)),
  ].join('-');
  return path.join(findPackageDirectory(table), '__witnesses__', `${name}.witness`);
}

/**
 * Saves a witness completely or not at all, and returns a line about it. Where `CI` is set, it writes nothing.
 * @param printed what the line shows there
 * @returns undefined if the file cannot be written, or if too much would be shown
 */
export function keepWitness<Witness extends Identified>(
  subject: WitnessSubject,
  witness: Witness,
  form: WitnessForm<Witness>,
  printed: { readonly data: unknown; readonly most: number },
): string | undefined {
  if (process.env.CI) {
    const text = JSON.stringify(printed.data);
    return text.length > printed.most ? undefined : `Witness (not kept, because CI is set): ${text}`;
  }
  const file = saveWitness(subject, witness, form);
  return file === undefined
    ? undefined
    : `Kept in ${path.relative(process.cwd(), file)}: every run plays it first, until it passes.`;
}

/** Saves a witness completely or not at all. Returns its file, or undefined if it cannot be written. */
export function saveWitness<Witness extends Identified>(
  subject: WitnessSubject,
  witness: Witness,
  form: WitnessForm<Witness>,
): string | undefined {
  const { handler } = witness;
  const [own, shared] = [getWitnessPath(subject, handler), getWitnessPath(subject)];
  const isFree = read(subject, own, form) === undefined && isFor(subject, read(subject, shared, form), handler);
  const file = isFree ? shared : own;
  try {
    writeWhole(file, `${JSON.stringify(form.write(witness), null, 2)}\n`);
    return file;
  } catch {
    // The violation is reported without the file, because it matters more.
    return undefined;
  }
}

/**
 * The saved witness of a subject and a handler. It is undefined if there is no file, or the file cannot be read now.
 * It is `'unreadable'` if the file is no witness.
 */
export function loadWitness<Witness extends Identified>(
  subject: WitnessSubject,
  handler: HandlerName,
  form: WitnessForm<Witness>,
): Kept<Witness> | undefined {
  for (const file of [getWitnessPath(subject, handler), getWitnessPath(subject)]) {
    const witness = read(subject, file, form, (code) =>
      warn(`${subject.title}: its witness ${file} cannot be read (${code}), and is not played`),
    );
    if (witness !== undefined && isFor(subject, witness, handler)) return { file, witness };
  }
  return undefined;
}

/** Whether a handler may use a file: it is free, or its witness belongs to this handler or to none any more. */
function isFor(
  { table }: WitnessSubject,
  witness: Identified | 'unreadable' | undefined,
  handler: HandlerName | undefined,
): boolean {
  if (witness === undefined || witness === 'unreadable' || witness.handler === undefined) return true;
  if (handler !== undefined && isDeepStrictEqual(identifyHandler(witness.handler), identifyHandler(handler)))
    return true;
  const { testFile } = witness.handler;
  return testFile !== undefined && !fs.existsSync(path.join(findPackageDirectory(table), testFile));
}

/** @param fails gets the code of the error if an existing file cannot be read */
function read<Witness extends Identified>(
  { title }: WitnessSubject,
  file: string,
  form: WitnessForm<Witness>,
  fails: (code: string) => void = () => undefined,
): Witness | 'unreadable' | undefined {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // If a file has the place of the directory, no witness was ever saved.
    if (!['ENOENT', 'ENOTDIR'].includes(code)) fails(code);
    return undefined;
  }
  try {
    const witness = form.read(JSON.parse(text) as never);
    return witness?.title === title ? witness : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Removes a witness if possible. One that stays is no fault of the handler: the next run plays it once more. */
export function dropWitness({ file }: Pick<Kept<Identified>, 'file'>): void {
  try {
    fs.rmSync(file, { force: true });
    fs.rmdirSync(path.dirname(file));
  } catch {
    // The directory holds other witnesses, the file is missing, or nothing can be removed.
  }
}
