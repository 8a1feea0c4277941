/** The version of an installed package; undefined if it cannot be found. */
export function readInstalledVersion(name: string, require: NodeJS.Require): string | undefined {
  try {
    return (require(`${name}/package.json`) as { version: string }).version;
  } catch {
    return undefined;
  }
}
