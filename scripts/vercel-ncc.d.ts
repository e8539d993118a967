/** The part of ncc's interface that build.ts uses; the package brings no types. */
declare module "@vercel/ncc" {
  interface Options {
    /** From an import as it is written to what is imported in its place at run time. */
    readonly externals: Readonly<Record<string, string>>;
    readonly license: string;
    readonly sourceMapRegister: boolean;
    readonly quiet: boolean;
  }

  interface Bundle {
    readonly code: string;
    readonly assets: Readonly<Record<string, { readonly source: string | Uint8Array }>>;
  }

  export default function ncc(entry: string, options: Options): Promise<Bundle>;
}
