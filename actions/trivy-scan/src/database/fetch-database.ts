import { renameSync, rmSync } from "node:fs";
import type { Manifest } from "@jessy-actions/kit/registry/manifest";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import { escapeTerminal } from "@jessy-actions/kit/report/escape";
import type { Log } from "@jessy-actions/kit/runner/log";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { DatabaseKind } from "./database-kind.ts";
import { clearFolder, completeKept, type KeptDatabase, layerFile } from "./kept-database.ts";
import { type Layer, layerOf } from "./layer.ts";
import type { Metadata } from "./metadata.ts";
import { type Opening, openDatabase } from "./open-database.ts";
import type { Repository } from "./repository.ts";
import { Unusable } from "./unusable.ts";

/** Milliseconds without a byte after which a repository counts as silent. */
const IDLE_TIMEOUT = 20_000;

/** Milliseconds of waiting once no repository gave anything, and nothing that was kept can be used. */
export const LAST_PATIENCE = 20_000;

/** What one repository answered. */
export interface Answer {
  readonly repository: string;
  /** Half a sentence. */
  readonly words: string;
  /**
   * `busy`: it does not answer now (429, 5xx, no answer that can be used); `behind`: what it has is too old; `refused`:
   * it has no such database, or something else.
   */
  readonly kind: "busy" | "behind" | "refused";
}

export type Fetched =
  | { readonly state: "downloaded"; readonly repository: string; readonly digest: string; readonly metadata: Metadata }
  /** It is what is kept already. */
  | { readonly state: "unchanged"; readonly repository: string }
  | { readonly state: "none"; readonly answers: readonly Answer[] };

export interface Fetching {
  /** Tried in order; the first database wins. */
  readonly repositories: readonly Repository[];
  /** Where what is downloaded is kept; replaced only by a whole database. */
  readonly store: string;
  readonly kept: KeptDatabase | undefined;
  readonly opening: Omit<Opening, "downloadedAt">;
  /** Milliseconds of waiting for busy repositories in all. */
  readonly patience: number;
  readonly log: Log;
  readonly idleTimeout?: number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** Asks one repository after the other, each without waiting for it longer than the patience that is left. */
export async function fetchDatabase(fetching: Fetching): Promise<Fetched> {
  const { repositories, patience: limit, log, sleep, idleTimeout = IDLE_TIMEOUT } = fetching;
  const { Registry } = await import("@jessy-actions/kit/registry/registry");
  const { Patience } = await import("@jessy-actions/kit/registry/retry");
  const patience = new Patience(limit);
  const answers: Answer[] = [];
  for (const repository of repositories) {
    try {
      const registry = new Registry(repository.registry, { log, patience, idleTimeout, ...(sleep && { sleep }) });
      return await fetchFrom(registry, repository, fetching);
    } catch (error) {
      const answer = await answerOf(error, repository);
      answers.push(answer);
      const { title } = fetching.opening.kind;
      log.info(`${title} does not come from ${answer.repository}: ${escapeTerminal(answer.words)}`);
    }
  }
  return { state: "none", answers };
}

async function fetchFrom(registry: Registry, repository: Repository, fetching: Fetching): Promise<Fetched> {
  const { kept, store, opening, log } = fetching;
  const { kind, now } = opening;
  const { text } = repository;
  const manifest = await registry.getManifest(repository.repository, repository.reference);
  if (manifest === undefined) throw new Unusable("status 404: it has no such database");
  if (manifest.digest === kept?.digest) return { state: "unchanged", repository: text };
  const layer = layerIn(manifest, kind);
  const fresh = `${store}.fresh`;
  try {
    clearFolder(fresh);
    await registry.downloadBlob(repository.repository, layer, layerFile(fresh));
    const metadata = await openDatabase(layerFile(fresh), layer, { ...opening, downloadedAt: now });
    if (kept !== undefined && metadata.updatedAt < kept.updatedAt)
      throw new Unusable("it has an older one than the one that is kept", { isBehind: true });
    completeKept(fresh, manifest.bytes, metadata, { repository: text, downloadedAt: now });
    rmSync(store, { recursive: true, force: true });
    renameSync(fresh, store);
    log.info(`${kind.title} comes from ${text} (${Math.ceil(layer.size / 1_000_000)} MB).`);
    return { state: "downloaded", repository: text, digest: manifest.digest, metadata };
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

function layerIn(manifest: Manifest, kind: DatabaseKind): Layer {
  try {
    return layerOf(manifest.bytes, kind);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw new Unusable(`its manifest ${error.message}`);
  }
}

/** @throws what is neither a registry's nor a database's fault: a full disk is the same for all of them. */
async function answerOf(error: unknown, { text }: Repository): Promise<Answer> {
  if (error instanceof Unusable)
    return { repository: text, words: error.message, kind: error.isBehind ? "behind" : "refused" };
  const { RegistryError } = await import("@jessy-actions/kit/registry/registry-error");
  if (!(error instanceof RegistryError)) throw error;
  const { status, answer } = error;
  const isBusy = status === 0 || status === 408 || status === 429 || status >= 500;
  return { repository: text, words: answer.slice(0, 300), kind: isBusy ? "busy" : "refused" };
}
