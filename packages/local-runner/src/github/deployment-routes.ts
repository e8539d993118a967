import type { Addresses } from "./address.ts";
import { page } from "./answer.ts";
import type { DeploymentService, EmulatedDeployment, EmulatedStatus } from "./deployment-service.ts";
import type { Route } from "./route.ts";
import { userDocument } from "./user-document.ts";

const DATE = "2026-11-28T12:00:00Z";

export function deploymentRoutes(service: DeploymentService, { api }: Addresses): readonly Route[] {
  const deploymentDocument = (one: EmulatedDeployment) => ({
    id: one.id,
    node_id: `DE_${one.id}`,
    url: `${api}/deployments/${one.id}`,
    sha: one.sha,
    ref: one.ref,
    task: one.task,
    payload: one.payload,
    original_environment: one.environment,
    environment: one.environment,
    description: one.description === "" ? null : one.description,
    creator: userDocument(one.creator),
    created_at: DATE,
    updated_at: DATE,
    statuses_url: `${api}/deployments/${one.id}/statuses`,
    repository_url: api,
    transient_environment: one.isTransient,
    production_environment: one.isProduction,
  });
  const statusDocument = (id: number, status: EmulatedStatus) => ({
    id: status.id,
    node_id: `DES_${status.id}`,
    url: `${api}/deployments/${id}/statuses/${status.id}`,
    state: status.state,
    description: status.description,
    environment: status.environment,
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
    target_url: status.logUrl,
    creator: userDocument(status.creator),
    created_at: DATE,
    updated_at: DATE,
    deployment_url: `${api}/deployments/${id}`,
    repository_url: api,
  });
  return [
    {
      method: "POST",
      pattern: /^\/deployments$/,
      needs: "deployments=write",
      answer: ({ body, holder }) => ({ status: 201, body: deploymentDocument(service.create(body, holder.login)) }),
    },
    {
      method: "GET",
      pattern: /^\/deployments$/,
      needs: "deployments=read",
      answer: ({ url }) => {
        const { searchParams } = url;
        const asked = (name: string, value: string) => [null, value].includes(searchParams.get(name));
        const found = service.deployments.filter(
          (one) => asked("environment", one.environment) && asked("sha", one.sha) && asked("ref", one.ref),
        );
        return page(found.map(deploymentDocument), url);
      },
    },
    {
      method: "POST",
      pattern: /^\/deployments\/(\d+)\/statuses$/,
      needs: "deployments=write",
      answer: ({ body, holder }, id) => ({
        status: 201,
        body: statusDocument(Number(id), service.addStatus(Number(id), body, holder.login)),
      }),
    },
    {
      method: "GET",
      pattern: /^\/deployments\/(\d+)\/statuses$/,
      needs: "deployments=read",
      answer: ({ url }, id) =>
        page(
          service.read(Number(id)).statuses.map((status) => statusDocument(Number(id), status)),
          url,
        ),
    },
  ];
}
