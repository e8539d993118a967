import { isDigest } from "@jessy-actions/images/oci/digest";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Inputs } from "../inputs.ts";
import type { Login } from "../pushing/login.ts";
import type { ImageResult, Result, SignatureResult } from "../result.ts";
import type { Unjudged } from "../verdict.ts";
import { findSignatures, isSigned } from "./find-signatures.ts";
import type { SignatureFormat } from "./signing-inputs.ts";

const FORMATS: readonly SignatureFormat[] = ["bundle", "legacy"];

/** Whether each image has a signature by the key, in any format. One without is a failure. */
export async function verifyImages(result: Result, { verifyKey }: Inputs, login: Login): Promise<Unjudged> {
  const images: ImageResult[] = [];
  for (const [at, image] of result.images.entries()) {
    const signatures: SignatureResult[] = [];
    let digest: string | null = null;
    for (const { registry: name, repository, tags } of result.planning.images[at]!.destinations) {
      for (const tag of tags) {
        const registry = login.registries.of(name);
        const subject = `${name}/${repository}${isDigest(tag) ? "@" : ":"}${tag}`;
        try {
          const head = await registry.headManifest(repository, tag);
          if (head === undefined || !isDigest(head.digest)) {
            signatures.push({ format: "bundle", subject, state: "failed", problem: "there is no such image" });
            continue;
          }
          digest ??= head.digest;
          const expected = { digest: head.digest };
          const found = (
            await Promise.all(
              FORMATS.map((format) => findSignatures(registry, repository, format, verifyKey!, expected)),
            )
          ).flat();
          const valid = found.find(({ check }) => check.isValid);
          signatures.push(
            isSigned(found)
              ? { format: valid!.format, subject, state: "verified" }
              : { format: "bundle", subject, state: "failed", problem: reasonOf(found) },
          );
        } catch (error) {
          if (!(error instanceof RegistryError || error instanceof ReportError)) throw error;
          signatures.push({ format: "bundle", subject, state: "failed", problem: error.message });
        }
      }
    }
    images.push({ ...image, pushes: false, references: [], digest, signatures });
  }
  return { ...result, images };
}

function reasonOf(found: Awaited<ReturnType<typeof findSignatures>>): string {
  if (found.length === 0) return "it has no signature";
  const reasons = found.flatMap(({ check }) => (check.isValid ? [] : [check.reason]));
  return `none of its ${found.length} signatures holds: ${[...new Set(reasons)].join("; ")}`;
}
