import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashMediaFile } from "../../../src/provider/media-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mycobot-media-"));
});
afterEach(() => rm(folder, { recursive: true }));
function at(name: string) {
  return join(folder, name);
}

describe("a media file", () => {
  it("is hashed by its content", async () => {
    await writeFile(at("a.jpg"), "picture");
    expect(await hashMediaFile(at("a.jpg"), "")).toBe(createHash("sha256").update("picture").digest("hex"));
  });

  it.each([
    { what: "a pipe", make: () => spawnSync("mkfifo", [at("odd")]), says: /not a regular file/ },
    { what: "a folder", make: () => mkdir(at("odd")), says: /not a regular file/ },
    {
      what: "a file of 500 MB",
      make: async () => {
        await writeFile(at("odd"), "");
        await truncate(at("odd"), 500 * 1024 * 1024);
      },
      says: /524288000 bytes.*/,
    },
    { what: "nothing", make: () => {}, says: /looked for/ },
  ])("that is $what is refused without being read or waited for", async ({ make, says }) => {
    await make();
    await expect(hashMediaFile(at("odd"), "IMAGE")).rejects.toThrow(says);
  });
});
