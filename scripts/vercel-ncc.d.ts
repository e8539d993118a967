/** The part of ncc's interface that the build uses; the package brings no types. */
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
    readonly stats: Stats;
  }

  /** webpack's. */
  export interface Stats {
    readonly compilation: {
      readonly modules: Iterable<Module>;
      readonly chunkGraph: { getNumberOfModuleChunks(module: Module): number };
    };
  }

  interface Module {
    /** The file, absolute. */
    readonly resource?: string;
    /** Of several modules in one scope. */
    readonly rootModule?: { readonly resource: string };
    identifier(): string;
  }

  export default function ncc(entry: string, options: Options): Promise<Bundle>;
}
