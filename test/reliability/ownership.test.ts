import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PHONE, WABA } from "../engine/harness/scenario.ts";
import { chosen } from "./harness/choice.ts";
import { faultsIn, record } from "./harness/history.ts";
import { Scene } from "./harness/scene.ts";
import { note, type StackFile } from "./harness/stack-files.ts";

const OURS = "This is the text of the one template.";
const THEIRS = "This is the text of another author.";
const SHORT = 3;

function file(templates: StackFile["templates"], more: Partial<StackFile> = {}): StackFile {
  return {
    account: { waba: WABA },
    templates,
    ...more,
  };
}

const x = note(OURS, { name: "x" });
const other = note("This is another text, which stays.");

/** Applies a stack with x under the key `a` and renames the key to `b`. The account must not change. */
async function renamed(scene: Scene, apply: (urns: { old: string; new: string }) => Promise<void>): Promise<void> {
  await scene.workspace.writeStack("dev", file({ a: x, other }));
  await scene.up("dev");
  const id = scene.idOf("x");
  const old = await scene.urnInState("dev", "x");
  await scene.workspace.writeStack("dev", file({ b: x, other }));
  const urns = { old, new: await scene.urnInFile("dev", "x") };
  const writes = await scene.writesOf(async () => {
    await apply(urns);
    await scene.up("dev");
    await scene.clean("dev");
  });
  scene.expect(scene.idOf("x") === id, "the template was deleted or replaced");
  scene.expect(writes.length === 0, `${writes.length} writes`);
}

/** Creates x in the account before the first `up`. */
async function adopted(scene: Scene, adopt: string, text: string): Promise<string | undefined> {
  await scene.elsewhere("x", text);
  await scene.workspace.writeStack("dev", file({ x: note(OURS) }, { settings: { adopt } }));
  return scene.idOf("x");
}

/** A program that declares a template in a component, whose type is part of the URN of the template. */
const PROGRAM = `import * as pulumi from "@pulumi/pulumi";
import { Template } from "./index.js";

const parent = new pulumi.ComponentResource(process.env.PARENT_TYPE, "parent");
const components = [{ type: "BODY", text: ${JSON.stringify(OURS)} }];
new Template("x", { waba: "${WABA}", name: "x", language: "en_US", category: "UTILITY", components }, { parent });
`;

const TABLE: Record<string, (scene: Scene) => Promise<void>> = {
  "a renamed key, up": (scene) => renamed(scene, async () => {}),
  "a renamed key, up --target with the URN in the state": (scene) =>
    renamed(scene, ({ old }) => scene.up("dev", ["--target", old])),
  "a renamed key, up --target with the URN in the file": (scene) =>
    renamed(scene, (urns) => scene.up("dev", ["--target", urns.new])),
  "a renamed key, up --exclude": (scene) => renamed(scene, (urns) => scene.up("dev", ["--exclude", urns.new])),

  "a renamed key, up --target, then destroy --target of the old resource": (scene) =>
    renamed(scene, async (urns) => {
      await scene.up("dev", ["--target", urns.new]);
      if (urns.old === urns.new) return; // the URN is unchanged, so there is no old resource
      await scene.works("destroy --target", scene.workspace.destroy("dev", ["--target", urns.old]));
    }),

  "a renamed key with adopt: never": async (scene) => {
    const settings = { adopt: "never" };
    await scene.workspace.writeStack("dev", file({ a: x }, { settings }));
    await scene.up("dev");
    const id = scene.idOf("x");
    await scene.workspace.writeStack("dev", file({ b: x }, { settings }));
    const writes = await scene.writesOf(() => scene.up("dev"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id && writes.length === 0, "the template was changed");
  },

  "a renamed key with an edit": async (scene) => {
    await scene.workspace.writeStack("dev", file({ a: x }));
    await scene.up("dev");
    const id = scene.idOf("x");
    await scene.people.templates(); // reading completes the review
    await scene.workspace.writeStack("dev", file({ b: note(THEIRS, { name: "x" }) }));
    const writes = await scene.writesOf(() => scene.up("dev"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id && scene.textOf("x") === THEIRS, "the template was not edited");
    scene.expect(writes.length === 1, `${writes.length} writes`);
  },

  "two swapped keys": async (scene) => {
    const y = note("This is the text of the second template.", { name: "y" });
    await scene.workspace.writeStack("dev", file({ a: x, b: y }));
    await scene.up("dev");
    const ids = [scene.idOf("x"), scene.idOf("y")];
    await scene.workspace.writeStack("dev", file({ a: y, b: x }));
    const writes = await scene.writesOf(() => scene.up("dev"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === ids[0] && scene.idOf("y") === ids[1], "a template was deleted or replaced");
    scene.expect(writes.length === 0, `${writes.length} writes`);
  },

  "a key that is reused for another template": async (scene) => {
    await scene.workspace.writeStack("dev", file({ a: x }));
    await scene.up("dev");
    const id = scene.idOf("x");
    const y = note("This is the text of the second template.", { name: "y" });
    await scene.workspace.writeStack("dev", file({ a: y, b: x }));
    const writes = await scene.writesOf(() => scene.up("dev"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id && scene.idOf("y") !== undefined, "x was deleted, or y was not created");
    scene.expect(writes.length === 1, `${writes.length} writes`);
  },

  "up --replace": async (scene) => {
    await scene.workspace.writeStack("dev", file({ x, other }));
    await scene.up("dev");
    const id = scene.idOf("x");
    const urn = await scene.urnInState("dev", "x");
    const writes = await scene.writesOf(() => scene.up("dev", ["--replace", urn]));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id, "the template was deleted or replaced");
    scene.expect(writes.length === 0, `${writes.length} writes`);
  },

  "a moved parent": async (scene) => {
    await scene.workspace.write("dist/moved.js", PROGRAM);
    const project = (await scene.workspace.read("Pulumi.yaml")).replace("dist/program.js", "dist/moved.js");
    await scene.workspace.write("Pulumi.yaml", project);
    await scene.up("dev", [], { env: { PARENT_TYPE: "test:index:Old" } });
    const id = scene.idOf("x");
    const moved = { env: { PARENT_TYPE: "test:index:New" } };
    const writes = await scene.writesOf(() => scene.up("dev", [], moved));
    await scene.clean("dev", moved);
    scene.expect(scene.idOf("x") === id, "the template was deleted or replaced");
    scene.expect(writes.length === 0, `${writes.length} writes`);
  },

  "two stacks that declare the same template": async (scene) => {
    await scene.workspace.writeStack("dev", file({ x }));
    await scene.up("dev");
    const id = scene.idOf("x");
    await scene.workspace.writeStack("twin", file({ x }));
    const writes = await scene.writesOf(async () => {
      const reason = /dev\.yaml[\s\S]*twin\.yaml|twin\.yaml[\s\S]*dev\.yaml/;
      await scene.fails("preview of the second", scene.workspace.preview("twin"), reason);
      await scene.fails("up of the second", scene.workspace.up("twin"), reason);
      await scene.works("destroy of the second", scene.workspace.destroy("twin"));
    });
    await rm(join(scene.workspace.folder, "stacks/twin.yaml"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id && writes.length === 0, "the template was changed");
  },

  "two stacks that declare the same profile": async (scene) => {
    const profiles = { [PHONE]: { about: "Herbs", description: "Basil and mint." } };
    await scene.workspace.writeStack("dev", file({ x }, { profiles }));
    await scene.up("dev");
    const others = { [PHONE]: { about: "Roses", description: "Thorns." } };
    await scene.workspace.writeStack("twin", file({ other }, { profiles: others }));
    const reason = /dev\.yaml[\s\S]*twin\.yaml|twin\.yaml[\s\S]*dev\.yaml/;
    const writes = await scene.writesOf(() => scene.fails("up of the second", scene.workspace.up("twin"), reason));
    await rm(join(scene.workspace.folder, "stacks/twin.yaml"));
    await scene.clean("dev");
    scene.expect(writes.length === 0, "the profile was changed");
  },

  "a template that moves from one stack to another": async (scene) => {
    await scene.workspace.writeStack("dev", file({ x, other }, { settings: { onRemove: "retain" } }));
    await scene.up("dev");
    const id = scene.idOf("x");
    const writes = await scene.writesOf(async () => {
      await scene.workspace.writeStack("dev", file({ other }, { settings: { onRemove: "retain" } }));
      await scene.up("dev");
      await scene.workspace.writeStack("twin", file({ x }));
      await scene.up("twin");
    });
    await scene.clean("dev");
    await scene.clean("twin");
    scene.expect(scene.idOf("x") === id && writes.length === 0, "the template was changed");
  },

  "adopt: never with an existing template": async (scene) => {
    const id = await adopted(scene, "never", OURS);
    const writes = await scene.writesOf(() => scene.fails("up", scene.workspace.up("dev"), /adopt is "never"/));
    await scene.works("destroy", scene.workspace.destroy("dev"));
    scene.expect(scene.idOf("x") === id && writes.length === 0, "the template was changed");
  },

  "adopt: matching with an equal template": async (scene) => {
    const id = await adopted(scene, "matching", OURS);
    const writes = await scene.writesOf(() => scene.up("dev"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id && writes.length === 0, "the template was changed");
  },

  "adopt: matching with a different template": async (scene) => {
    const id = await adopted(scene, "matching", THEIRS);
    const writes = await scene.writesOf(() =>
      scene.fails("up", scene.workspace.up("dev"), /differs from the declaration/),
    );
    await scene.works("destroy", scene.workspace.destroy("dev"));
    scene.expect(scene.idOf("x") === id && scene.textOf("x") === THEIRS, "the template was changed");
    scene.expect(writes.length === 0, `${writes.length} writes`);
  },

  "adopt: always with a different template": async (scene) => {
    const id = await adopted(scene, "always", THEIRS);
    const writes = await scene.writesOf(() => scene.up("dev"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id && scene.textOf("x") === OURS, "the template was not edited");
    scene.expect(writes.length === 1, `${writes.length} writes`);
  },

  "destroy with an unmanaged template in the account": async (scene) => {
    await scene.elsewhere("unmanaged", THEIRS);
    const id = scene.idOf("unmanaged");
    await scene.workspace.writeStack("dev", file({ x }));
    await scene.up("dev");
    await scene.works("destroy", scene.workspace.destroy("dev"));
    scene.expect(scene.idOf("x") === undefined, "the declared template still exists");
    scene.expect(scene.idOf("unmanaged") === id, "the unmanaged template was changed");
  },
};

describe("declared templates are not deleted, and foreign objects are not changed", () => {
  it.for(chosen(Object.keys(TABLE), SHORT, (what) => what))("%s", async (what, { task }) => {
    const scene = await Scene.create("dev", "twin");
    try {
      await TABLE[what]?.(scene);
    } finally {
      await scene.close();
    }
    const history = record(task, { part: "ownership", group: "ownership", what, explained: [], faults: scene.faults });
    expect(faultsIn([history])).toEqual([]);
  });
});
