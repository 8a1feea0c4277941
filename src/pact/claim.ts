import { fs, hashToHex, path } from '../../model/platform/nodeModules.ts';
import { readFileText } from '../../model/platform/readFileText.ts';
import { writeWhole } from '../../model/platform/writeWhole.ts';

/** A test file's record beside the parts of a table: this is the consumer's table. */
export interface Claim {
  /** The test file; absent if neither the runner nor the stack shows it. */
  readonly testFile?: string | undefined;
  /** The test runner that ran it. */
  readonly runner: string;
  /** The round of that runner. */
  readonly round: number;
  /** Hashes of the test file and the declaring file; empty for a file that cannot be read. */
  readonly files: Readonly<Record<string, string>>;
}

/** No test runner watches this extension. */
const EXTENSION = '.claim';

/** The current hashes of files. */
export function hashFiles(files: readonly (string | undefined)[]): Claim['files'] {
  return Object.fromEntries(files.flatMap((file) => (file === undefined ? [] : [[file, hashFile(file)]])));
}

/** Whether the files of a claim have changed or disappeared. They then have to claim again. */
export function isOutdated({ files }: Claim): boolean {
  return Object.entries(files).some(([file, content]) => hashFile(file) !== content);
}

function hashFile(file: string): string {
  try {
    return hashToHex('sha256', readFileText(file)).slice(0, 16);
  } catch {
    return '';
  }
}

/**
 * Writes a claim into the directory of a table's parts. Each test file has its own file, so that workers share none.
 */
export function writeClaim(directory: string, claim: Claim): void {
  fs.mkdirSync(directory, { recursive: true });
  keepClaim(claimPath(directory, claim), claim);
}

/** Writes a claim into a file beside the parts. */
export function keepClaim(file: string, claim: Claim): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const base = fs.realpathSync(path.dirname(file));
  writeWhole(file, `${JSON.stringify(withPaths(claim, (named) => getPathFromBase(base, named)))}\n`);
}

/** Removes a claim. */
export function removeClaim(directory: string, claim: Claim): void {
  fs.rmSync(claimPath(directory, claim), { force: true });
}

/** The claims in a directory of parts; none if it does not exist, or an earlier release wrote it. */
export function readClaims(directory: string): readonly Claim[] {
  return readKept(directory, EXTENSION).map(({ claim }) => claim);
}

/** The claims in the files with one extension, with those files. */
export function readKept(
  directory: string,
  extension: string,
): readonly { readonly file: string; readonly claim: Claim }[] {
  try {
    const base = fs.realpathSync(directory);
    const names = fs.readdirSync(directory).filter((name) => name.endsWith(extension));
    return names.flatMap((name) => {
      const file = path.join(directory, name);
      const claim = readClaim(file);
      return claim === undefined ? [] : [{ file, claim: withPaths(claim, (named) => path.resolve(base, named)) }];
    });
  } catch {
    return [];
  }
}

function readClaim(file: string): Claim | undefined {
  try {
    const claim = JSON.parse(readFileText(file)) as Partial<Claim> | null;
    return typeof claim?.runner === 'string' && typeof claim.files === 'object' ? (claim as Claim) : undefined;
  } catch {
    return undefined;
  }
}

function claimPath(directory: string, { testFile }: Claim): string {
  const name = testFile === undefined ? '' : getPathFromBase(fs.realpathSync(directory), testFile);
  return path.join(directory, `${hashToHex('sha256', name).slice(0, 16)}${EXTENSION}`);
}

/**
 * The same claim with other paths. Stored paths are relative to the parts, so that a checkout may move to another
 * directory or machine.
 */
function withPaths({ testFile, files, ...rest }: Claim, change: (file: string) => string): Claim {
  return {
    ...(testFile === undefined ? {} : { testFile: change(testFile) }),
    ...rest,
    files: Object.fromEntries(Object.entries(files).map(([file, content]) => [change(file), content])),
  };
}

function getPathFromBase(base: string, file: string): string {
  return path.relative(base, file).split(path.sep).join('/');
}
