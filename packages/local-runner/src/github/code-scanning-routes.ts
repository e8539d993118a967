import type { Addresses } from "./address.ts";
import type { CodeScanningService } from "./code-scanning-service.ts";
import type { Route } from "./route.ts";

/** Uploads of SARIF files, and what became of them. */
export function codeScanningRoutes(service: CodeScanningService, { api }: Addresses): readonly Route[] {
  return [
    {
      method: "POST",
      pattern: /^\/code-scanning\/sarifs$/,
      needs: "security_events=write",
      answer: ({ body }) => {
        const { id } = service.deliver(body);
        return { status: 202, body: { id, url: `${api}/code-scanning/sarifs/${id}` } };
      },
    },
    {
      method: "GET",
      pattern: /^\/code-scanning\/sarifs\/([^/]+)$/,
      answer: (_, id) => {
        const { status, errors } = service.look(id!);
        const analyses = status === "complete" ? `${api}/code-scanning/analyses?sarif_id=${id}` : null;
        return {
          status: 200,
          body: {
            processing_status: status,
            analyses_url: analyses,
            ...(status === "failed" && { errors }),
          },
        };
      },
    },
  ];
}
