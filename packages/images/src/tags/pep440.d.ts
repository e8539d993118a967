/** What is used of the package, which comes without types. */
declare module "@renovate/pep440" {
  interface Explained {
    readonly release: readonly number[];
    readonly is_prerelease: boolean;
    readonly is_postrelease: boolean;
    readonly is_devrelease: boolean;
  }
  const pep440: {
    clean(version: string): string | null;
    compare(a: string, b: string): number;
    explain(version: string): Explained | null;
  };
  export default pep440;
}
