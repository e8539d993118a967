import type { Addresses } from "./address.ts";
import { notFound, page, unprocessable } from "./answer.ts";
import type { Release } from "./release.ts";
import type { ReleaseAsset } from "./release-asset.ts";
import { assetDocument, releaseDocument } from "./release-document.ts";
import { releaseFields } from "./release-fields.ts";
import type { ReleaseService } from "./release-service.ts";
import type { Call, Route } from "./route.ts";

/** Releases and their assets, but for uploads, which have a host of their own. */
export function releaseRoutes(releases: ReleaseService, addresses: Addresses): readonly Route[] {
  const document = (release: Release) => releaseDocument(release, releases.assets.of(release.id), addresses);
  const assetOf = (asset: ReleaseAsset, { holder }: Call) =>
    assetDocument(asset, releases.get(asset.releaseId, holder), addresses);
  return [
    {
      method: "GET",
      pattern: /^\/releases$/,
      answer: ({ holder, url }) => {
        const answer = page(releases.list(holder), url);
        return { ...answer, body: (answer.body as Release[]).map(document) };
      },
    },
    {
      method: "POST",
      pattern: /^\/releases$/,
      needs: "contents=write",
      answer: ({ body, holder }) => {
        const release = document(releases.create(releaseFields(body), holder));
        return { status: 201, body: release, headers: { location: String(release.url) } };
      },
    },
    {
      method: "POST",
      pattern: /^\/releases\/generate-notes$/,
      needs: "contents=write",
      answer: ({ body }) => ({ status: 200, body: releases.generateNotes(notesWanted(body)) }),
    },
    {
      method: "GET",
      pattern: /^\/releases\/latest$/,
      answer: () => ({ status: 200, body: document(releases.latest()) }),
    },
    {
      method: "GET",
      pattern: /^\/releases\/tags\/(.+)$/,
      answer: (_, tag) => ({ status: 200, body: document(releases.byTag(tag!)) }),
    },
    {
      method: "GET",
      pattern: /^\/releases\/(\d+)$/,
      answer: ({ holder }, id) => ({ status: 200, body: document(releases.get(Number(id), holder)) }),
    },
    {
      method: "PATCH",
      pattern: /^\/releases\/(\d+)$/,
      needs: "contents=write",
      answer: ({ body, holder }, id) => ({
        status: 200,
        body: document(releases.update(Number(id), releaseFields(body), holder)),
      }),
    },
    {
      method: "DELETE",
      pattern: /^\/releases\/(\d+)$/,
      needs: "contents=write",
      answer: ({ holder }, id) => {
        releases.delete(Number(id), holder);
        return { status: 204, body: undefined };
      },
    },
    {
      method: "GET",
      pattern: /^\/releases\/(\d+)\/assets$/,
      answer: (call, id) => {
        const release = releases.get(Number(id), call.holder);
        const assets = releases.assets.of(release.id);
        return page(
          assets.map((asset) => assetDocument(asset, release, addresses)),
          call.url,
        );
      },
    },
    {
      method: "GET",
      pattern: /^\/releases\/assets\/(\d+)$/,
      answer: (call, id) => {
        const asset = releases.asset(Number(id), call.holder);
        if (!call.accept.includes("application/octet-stream")) return { status: 200, body: assetOf(asset, call) };
        if (asset.state !== "uploaded") throw notFound();
        return { status: 302, body: undefined, headers: { location: `${addresses.objects}/${asset.id}?sig=signed` } };
      },
    },
    {
      method: "PATCH",
      pattern: /^\/releases\/assets\/(\d+)$/,
      needs: "contents=write",
      answer: (call, id) => {
        const { name, label } = call.body as { readonly name?: string; readonly label?: string };
        const edit = { ...(name !== undefined && { name }), ...(label !== undefined && { label }) };
        return { status: 200, body: assetOf(releases.editAsset(Number(id), edit, call.holder), call) };
      },
    },
    {
      method: "DELETE",
      pattern: /^\/releases\/assets\/(\d+)$/,
      needs: "contents=write",
      answer: ({ holder }, id) => {
        releases.deleteAsset(Number(id), holder);
        return { status: 204, body: undefined };
      },
    },
    {
      method: "GET",
      pattern: /^\/immutable-releases$/,
      needs: "administration=read",
      answer: () => {
        if (!releases.immutable) throw notFound();
        return { status: 200, body: { enabled: true, enforced_by_owner: false } };
      },
    },
    {
      method: "PUT",
      pattern: /^\/immutable-releases$/,
      needs: "administration=write",
      answer: () => {
        releases.immutable = true;
        return { status: 204, body: undefined };
      },
    },
    {
      method: "DELETE",
      pattern: /^\/immutable-releases$/,
      needs: "administration=write",
      answer: () => {
        releases.immutable = false;
        return { status: 204, body: undefined };
      },
    },
  ];
}

function notesWanted(body: Call["body"]): Parameters<ReleaseService["generateNotes"]>[0] {
  const { tagName, targetCommitish } = releaseFields(body);
  if (tagName === undefined) throw unprocessable('Invalid request.\n\n"tag_name" wasn\'t supplied.');
  const { previous_tag_name: previousTagName } = body;
  return {
    tagName,
    ...(targetCommitish !== undefined && { targetCommitish }),
    ...(typeof previousTagName === "string" && { previousTagName }),
  };
}
