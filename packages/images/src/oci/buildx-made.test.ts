import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { indexContents, shapeOf, statementsOf } from "../attestations.ts";
import { findExposedSecrets } from "../exposed-secrets/exposed-secrets.ts";
import { readImageConfig } from "./image-config.ts";
import { checkLayoutFile, layoutRoot } from "./layout.ts";
import { type ImageIndex, type ImageManifest, readManifest } from "./manifest.ts";
import { pushOrder } from "./push-order.ts";

/** A layout as buildx 0.29.1 with Docker 28.5.2 writes it (`type=oci,tar=false`, provenance of mode=max), without layers. */
const LAYOUT: {
  readonly "oci-layout": string;
  readonly "index.json": string;
  readonly blobs: Readonly<Record<string, string>>;
} = JSON.parse(readFileSync(new URL("fixtures/buildx.json", import.meta.url), "utf8"));
/** `containerimage.digest` of its metadata file. */
const DIGEST = "sha256:89b399e8e81bc2cc8be445b56f412cf7c4731ed647b8cea447ffb15934eacbb2";

const blob = ({ digest }: { readonly digest: string }) => Buffer.from(LAYOUT.blobs[digest]!);
const order = () => pushOrder([layoutRoot(Buffer.from(LAYOUT["index.json"]), DIGEST)], blob);

describe("what buildx made", () => {
  test("is pushed under the digest that buildx says", async () => {
    checkLayoutFile(Buffer.from(LAYOUT["oci-layout"]));
    const { manifests, blobs } = await order();
    expect(manifests.map(({ manifest }) => manifest.kind)).toEqual(["manifest", "manifest", "index"]);
    expect(manifests.at(-1)!.descriptor.digest).toBe(DIGEST);
    expect(blobs).toHaveLength(4);
  });

  test("is an image with a provenance, and says how it was made", async () => {
    const { manifests } = await order();
    const root = manifests.at(-1)!.manifest as ImageIndex;
    expect(shapeOf(root)).toBe("attested-image");
    const { images, orphans } = indexContents(root);
    expect(orphans).toEqual([]);
    const [{ descriptor, platform, attestations }] = images as [(typeof images)[0]];
    expect(platform).toBe("linux/amd64");
    const attestation = readManifest(blob(attestations[0]!), attestations[0]) as ImageManifest;
    expect(statementsOf(attestation).map(({ kind }) => kind)).toEqual(["provenance"]);
    const image = readManifest(blob(descriptor), descriptor) as ImageManifest;
    expect(readImageConfig(blob(image.config)).history.map(({ createdBy }) => createdBy)).toEqual([
      "COPY /src/src.txt / # buildkit",
      'CMD ["/bin/sh" "-c" "echo hello"]',
    ]);
  });

  test("holds no secret, unless one stood in its Dockerfile or its arguments", () => {
    const documents = Object.keys(LAYOUT.blobs).map((digest) => ({
      name: digest.slice(0, 15),
      bytes: blob({ digest }),
    }));
    expect(findExposedSecrets(documents, [])).toEqual({ findings: [], more: 0, notSearched: [] });
    // The build's own words stand for secrets: one in a default of an argument, one in the text of the Dockerfile alone.
    const known = [
      { name: "ARGUMENT", value: "VERSION=dev" },
      { name: "COMMENT", value: "MAINTAINER nobody" },
    ];
    const { findings } = findExposedSecrets(documents, known);
    const metadata = 'predicate.metadata["https://mobyproject.org/buildkit@v1#metadata"].source.infos[0].data';
    expect(findings.map(({ place, secret, encoding }) => [place, secret, encoding])).toEqual([
      ["predicate.buildConfig.llbDefinition[5].op.Op.exec.meta.env[1]", "ARGUMENT", "plain"],
      [metadata, "ARGUMENT", "base64"],
      [metadata, "COMMENT", "base64"],
    ]);
  });
});
