import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Workspace } from "../../engine/harness/workspace.ts";

export interface KeptResource {
  urn: string;
  type: string;
  id?: string;
  /** True if the resource was replaced and its old object is still to be deleted. */
  delete?: boolean;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

/** The state of a stack as stored on disk. */
export interface Checkpoint {
  resources: KeptResource[];
  pending: { type: string; resource: KeptResource }[];
}

/** Reads the state without starting an engine. */
export async function readCheckpoint(workspace: Workspace, stack: string): Promise<Checkpoint> {
  const stacks = join(workspace.folder, "state/.pulumi/stacks");
  const [project = ""] = await readdir(stacks);
  const text = await readFile(join(stacks, project, `${stack}.json`), "utf8");
  const { checkpoint } = JSON.parse(text) as {
    checkpoint: { latest?: { resources?: KeptResource[]; pending_operations?: Checkpoint["pending"] } | null };
  };
  const { resources = [], pending_operations: pending = [] } = checkpoint.latest ?? {};
  return { resources, pending };
}

const OURS = /mycobot:(Template|BusinessProfile|Connection)$/;

/** The resources that represent an object in the account. */
export function objectsIn({ resources }: Checkpoint): KeptResource[] {
  return resources.filter(({ type }) => OURS.test(type));
}

export function templatesIn(checkpoint: Checkpoint): KeptResource[] {
  return objectsIn(checkpoint).filter(({ type }) => type.endsWith(":Template"));
}

export function connectionsIn(checkpoint: Checkpoint): KeptResource[] {
  return objectsIn(checkpoint).filter(({ type }) => type.endsWith(":Connection"));
}
