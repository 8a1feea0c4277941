import { fileText } from '../../model/platform/fileText.ts';
import { fs, hexHash, path } from '../../model/platform/nodeModules.ts';
import { writeWhole } from '../../model/platform/writeWhole.ts';

/** A test file's word, beside the parts of a table, that this is the consumer's table. */
export interface Claim {
  /** The test file; absent where neither the runner nor the stack tells. */
  readonly testFile?: string | undefined;
  /** The test runner that ran it. */
  readonly runner: string;
  /** The round of that runner. */
  readonly round: number;
  /** What test file and declaring file held, as hashes: empty for one that cannot be read. */
  readonly files: Readonly<Record<string, string>>;
}

/** None that a test runner watches. */
const EXTENSION = '.claim';

/** What files hold now. */
export function hashFiles(files: readonly (string | undefined)[]): Claim['files'] {
  return Object.fromEntries(files.flatMap((file) => (file === undefined ? [] : [[file, hashFile(file)]])));
}

/** Whether a claim was made by files that are gone, or that hold something else by now: they have to say it again. */
export function isOutdated({ files }: Claim): boolean {
  return Object.entries(files).some(([file, content]) => hashFile(file) !== content);
}

function hashFile(file: string): string {
  try {
    return hexHash('sha256', fileText(file)).slice(0, 16);
  } catch {
    return '';
  }
}

/** Keeps a claim in the directory of a table's parts: one file for each test file, so that workers do not share any. */
export function writeClaim(directory: string, claim: Claim): void {
  fs.mkdirSync(directory, { recursive: true });
  keepClaim(claimPath(directory, claim), claim);
}

/** Keeps a claim in a file beside the parts. */
export function keepClaim(file: string, claim: Claim): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const base = fs.realpathSync(path.dirname(file));
  writeWhole(file, `${JSON.stringify(withPaths(claim, (named) => fromBase(base, named)))}\n`);
}

/** Takes a claim back. */
export function removeClaim(directory: string, claim: Claim): void {
  fs.rmSync(claimPath(directory, claim), { force: true });
}

/** The claims in a directory of parts: none where there is no such directory, or only what an earlier release wrote. */
export function claimsIn(directory: string): readonly Claim[] {
  return keptIn(directory, EXTENSION).map(({ claim }) => claim);
}

/** The claims in the files of one extension, with these files. */
export function keptIn(
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
    const claim = JSON.parse(fileText(file)) as Partial<Claim> | null;
    return typeof claim?.runner === 'string' && typeof claim.files === 'object' ? (claim as Claim) : undefined;
  } catch {
    return undefined;
  }
}

function claimPath(directory: string, { testFile }: Claim): string {
  const name = testFile === undefined ? '' : fromBase(fs.realpathSync(directory), testFile);
  return path.join(directory, `${hexHash('sha256', name).slice(0, 16)}${EXTENSION}`);
}

/** The same claim with other paths: kept ones begin at the parts, so that a checkout may move, or be another machine's. */
function withPaths({ testFile, files, ...rest }: Claim, change: (file: string) => string): Claim {
  return {
    ...(testFile === undefined ? {} : { testFile: change(testFile) }),
    ...rest,
    files: Object.fromEntries(Object.entries(files).map(([file, content]) => [change(file), content])),
  };
}

function fromBase(base: string, file: string): string {
  return path.relative(base, file).split(path.sep).join('/');
}
