import { invalid, notFound, Refused, unprocessable } from "./answer.ts";
import { assetName } from "./asset-name.ts";
import type { AnnouncedAsset, ReleaseAsset } from "./release-asset.ts";

/** Assets of a release (enforced since 2025-07, osandov/drgn#521). */
export const ASSETS_MAX = 1000;

/** Bytes of an asset: it must be smaller (docs, "About releases"). */
export const ASSET_SIZE_LIMIT = 2 ** 31;

/** Bytes of an asset whose content is kept. */
const KEPT_MAX = 1_000_000;

/** Assets of all releases. A name is taken from the moment an upload begins, also by one that broke. */
export class AssetStore {
  readonly #assets = new Map<number, ReleaseAsset>();
  readonly #contents = new Map<number, Buffer>();
  #lastId = 1000;

  /** Oldest first. */
  of(releaseId: number): ReleaseAsset[] {
    return [...this.#assets.values()].filter((asset) => asset.releaseId === releaseId);
  }

  get(id: number): ReleaseAsset {
    const asset = this.#assets.get(id);
    if (asset === undefined) throw notFound();
    return asset;
  }

  begin(releaseId: number, { name: given, size, ...rest }: AnnouncedAsset): ReleaseAsset {
    const name = assetName(given);
    if (name === "") throw unprocessable('Invalid request.\n\n"name" wasn\'t supplied.');
    if (size === 0 || size > ASSET_SIZE_LIMIT)
      throw invalid({ ...RESOURCE, code: "custom", field: "size", message: "size is not included in the list" });
    // softprops/action-gh-release#154: of exactly so many bytes GitHub has no answer.
    if (size === ASSET_SIZE_LIMIT) throw new Refused({ status: 500, body: { message: "Internal Server Error" } });
    this.#needFree(releaseId, name);
    if (this.of(releaseId).length >= ASSETS_MAX)
      throw invalid({ ...RESOURCE, code: "custom", message: `file_count limited to ${ASSETS_MAX} assets per release` });
    const now = new Date().toISOString();
    const state = { state: "starter", size: 0, digest: null, createdAt: now, updatedAt: now } as const;
    return this.#put({ id: ++this.#lastId, releaseId, name, ...rest, ...state });
  }

  /** The upload came to its end. */
  finish(id: number, size: number, digest: string, content: Buffer | undefined): ReleaseAsset {
    const asset = this.get(id);
    if (content !== undefined) this.#contents.set(id, content);
    return this.#put({ ...asset, state: "uploaded", size, digest, updatedAt: new Date().toISOString() });
  }

  edit(id: number, { name, label }: { readonly name?: string; readonly label?: string | null }): ReleaseAsset {
    const asset = this.get(id);
    const renamed = name === undefined ? asset.name : assetName(name);
    if (renamed !== asset.name) this.#needFree(asset.releaseId, renamed);
    return this.#put({
      ...asset,
      name: renamed,
      ...(label !== undefined && { label }),
      updatedAt: new Date().toISOString(),
    });
  }

  delete(id: number): void {
    this.get(id);
    this.#assets.delete(id);
    this.#contents.delete(id);
  }

  /** What was uploaded; nothing when it was too large to keep. */
  content(id: number): Buffer | undefined {
    return this.#contents.get(id);
  }

  keeps(size: number): boolean {
    return size < KEPT_MAX;
  }

  #needFree(releaseId: number, name: string): void {
    if (this.of(releaseId).some((asset) => asset.name === name))
      throw invalid({ ...RESOURCE, code: "already_exists", field: "name" });
  }

  #put(asset: ReleaseAsset): ReleaseAsset {
    this.#assets.set(asset.id, asset);
    return asset;
  }
}

const RESOURCE = { resource: "ReleaseAsset" };
