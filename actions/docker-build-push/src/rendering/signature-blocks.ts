import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { ImageResult, SignatureResult } from "../result.ts";
import { shellText } from "./shell-text.ts";

const SIGNED: Readonly<Record<SignatureResult["state"], string>> = {
  failed: `${MARK.broken} failed`,
  signed: `${MARK.pass} signed`,
  verified: `${MARK.pass} verified`,
  there: `${MARK.neutral} there already`,
};

/** What became of each signature, and how anybody checks it. */
export function signatureBlocks(images: readonly ImageResult[]): Block[] {
  const all = images.flatMap(({ signatures: each }) => each);
  if (all.length === 0) return [];
  const groups = Map.groupBy(all, ({ state, subject, identity, problem }) =>
    [state, subject, identity, problem].join(" "),
  );
  const rows = [...groups.values()].map((group): Line[] => {
    const { state, subject, identity, problem } = group[0]!;
    const [name = "", digest] = subject.split("@");
    return [
      problem === undefined ? SIGNED[state] : { strong: SIGNED[state] },
      // A digest that was asked for is a part of the question.
      { code: digest === undefined || state === "verified" ? subject : name },
      [
        group.map(({ format }) => format).join(", "),
        ...(identity === undefined ? [] : [" by ", { code: identity }]),
        ...(problem === undefined ? [] : [": ", ...prose(problem)]),
      ],
    ];
  });
  const columns = [{ header: "Signature" }, { header: "Image" }, { header: "Form" }];
  return [{ kind: "table", columns, rows, noun: "signatures", weight: 1 }, ...verification(all)];
}

/** One command for each image by its digest: that one of its two forms holds is enough for cosign. */
function verification(signatures: readonly SignatureResult[]): Block[] {
  const holding = signatures.filter(({ state, subject }) => state !== "failed" && subject.includes("@"));
  const commands = new Set(holding.map((signature) => shellText(cosignCommand(signature))));
  if (commands.size === 0) return [];
  return [
    {
      kind: "details",
      summary: "Verify with cosign",
      blocks: [{ kind: "code", language: "sh", text: [...commands].join("\n"), weight: 2 }],
    },
  ];
}

/** Key signatures are in no transparency log, which cosign must be told. */
function cosignCommand({ subject, identity, issuer }: SignatureResult): readonly string[] {
  const by =
    identity === undefined || issuer === undefined
      ? ["--key", "cosign.pub", "--insecure-ignore-tlog=true"]
      : ["--certificate-identity", identity, "--certificate-oidc-issuer", issuer];
  return ["cosign", "verify", ...by, subject];
}
