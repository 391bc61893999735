import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PHONE, WABA } from "../engine/harness/scenario.ts";
import { chosen } from "./harness/choice.ts";
import { faultsIn, record } from "./harness/history.ts";
import { Scene } from "./harness/scene.ts";
import { note, type StackFile } from "./harness/stack-files.ts";

const OURS = "This is the text of the one template.";
const THEIRS = "This is what somebody else has written.";
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

/** A stack with x under the key `a`, applied; then the file calls it `b`. Nothing of this may touch the account. */
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
  scene.expect(scene.idOf("x") === id, "the template is gone, or another one");
  scene.expect(writes.length === 0, `${writes.length} writes`);
}

/** The account has x before the first `up`. */
async function adopted(scene: Scene, adopt: string, text: string): Promise<string | undefined> {
  await scene.elsewhere("x", text);
  await scene.workspace.writeStack("dev", file({ x: note(OURS) }, { settings: { adopt } }));
  return scene.idOf("x");
}

/** A library's program, whose template lies in a component; the component's type is part of the template's URN. */
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

  "a renamed key, up --target, then destroy --target of what is left of the old one": (scene) =>
    renamed(scene, async (urns) => {
      await scene.up("dev", ["--target", urns.new]);
      if (urns.old === urns.new) return; // nothing is left: it is the same resource
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
    scene.expect(scene.idOf("x") === id && writes.length === 0, "the template was touched");
  },

  "a renamed key and an edit": async (scene) => {
    await scene.workspace.writeStack("dev", file({ a: x }));
    await scene.up("dev");
    const id = scene.idOf("x");
    await scene.people.templates(); // the review takes place
    await scene.workspace.writeStack("dev", file({ b: note(THEIRS, { name: "x" }) }));
    const writes = await scene.writesOf(() => scene.up("dev"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id && scene.textOf("x") === THEIRS, "the edit did not arrive at the template");
    scene.expect(writes.length === 1, `${writes.length} writes`);
  },

  "two keys that change places": async (scene) => {
    const y = note("This is the text of the second template.", { name: "y" });
    await scene.workspace.writeStack("dev", file({ a: x, b: y }));
    await scene.up("dev");
    const ids = [scene.idOf("x"), scene.idOf("y")];
    await scene.workspace.writeStack("dev", file({ a: y, b: x }));
    const writes = await scene.writesOf(() => scene.up("dev"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === ids[0] && scene.idOf("y") === ids[1], "a template is gone, or another one");
    scene.expect(writes.length === 0, `${writes.length} writes`);
  },

  "a key that another template takes over": async (scene) => {
    await scene.workspace.writeStack("dev", file({ a: x }));
    await scene.up("dev");
    const id = scene.idOf("x");
    const y = note("This is the text of the second template.", { name: "y" });
    await scene.workspace.writeStack("dev", file({ a: y, b: x }));
    const writes = await scene.writesOf(() => scene.up("dev"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id && scene.idOf("y") !== undefined, "x is gone, or y was not created");
    scene.expect(writes.length === 1, `${writes.length} writes`);
  },

  "up --replace": async (scene) => {
    await scene.workspace.writeStack("dev", file({ x, other }));
    await scene.up("dev");
    const id = scene.idOf("x");
    const urn = await scene.urnInState("dev", "x");
    const writes = await scene.writesOf(() => scene.up("dev", ["--replace", urn]));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id, "the template is gone, or another one");
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
    scene.expect(scene.idOf("x") === id, "the template is gone, or another one");
    scene.expect(writes.length === 0, `${writes.length} writes`);
  },

  "two stacks, one template": async (scene) => {
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
    scene.expect(scene.idOf("x") === id && writes.length === 0, "the template was touched");
  },

  "two stacks, one profile": async (scene) => {
    const profiles = { [PHONE]: { about: "Herbs", description: "Basil and mint." } };
    await scene.workspace.writeStack("dev", file({ x }, { profiles }));
    await scene.up("dev");
    const others = { [PHONE]: { about: "Roses", description: "Thorns." } };
    await scene.workspace.writeStack("twin", file({ other }, { profiles: others }));
    const reason = /dev\.yaml[\s\S]*twin\.yaml|twin\.yaml[\s\S]*dev\.yaml/;
    const writes = await scene.writesOf(() => scene.fails("up of the second", scene.workspace.up("twin"), reason));
    await rm(join(scene.workspace.folder, "stacks/twin.yaml"));
    await scene.clean("dev");
    scene.expect(writes.length === 0, "the profile was touched");
  },

  "a template that one stack leaves and another one takes": async (scene) => {
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
    scene.expect(scene.idOf("x") === id && writes.length === 0, "the template was touched");
  },

  "adopt: never, and it is there": async (scene) => {
    const id = await adopted(scene, "never", OURS);
    const writes = await scene.writesOf(() => scene.fails("up", scene.workspace.up("dev"), /adopt is "never"/));
    await scene.works("destroy", scene.workspace.destroy("dev"));
    scene.expect(scene.idOf("x") === id && writes.length === 0, "the template was touched");
  },

  "adopt: matching, and it is equal": async (scene) => {
    const id = await adopted(scene, "matching", OURS);
    const writes = await scene.writesOf(() => scene.up("dev"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id && writes.length === 0, "the template was touched");
  },

  "adopt: matching, and it differs": async (scene) => {
    const id = await adopted(scene, "matching", THEIRS);
    const writes = await scene.writesOf(() =>
      scene.fails("up", scene.workspace.up("dev"), /differs from the declaration/),
    );
    await scene.works("destroy", scene.workspace.destroy("dev"));
    scene.expect(scene.idOf("x") === id && scene.textOf("x") === THEIRS, "the template was touched");
    scene.expect(writes.length === 0, `${writes.length} writes`);
  },

  "adopt: always, and it differs": async (scene) => {
    const id = await adopted(scene, "always", THEIRS);
    const writes = await scene.writesOf(() => scene.up("dev"));
    await scene.clean("dev");
    scene.expect(scene.idOf("x") === id && scene.textOf("x") === OURS, "the edit did not arrive at the template");
    scene.expect(writes.length === 1, `${writes.length} writes`);
  },

  "destroy, beside what nobody declares": async (scene) => {
    await scene.elsewhere("unmanaged", THEIRS);
    const id = scene.idOf("unmanaged");
    await scene.workspace.writeStack("dev", file({ x }));
    await scene.up("dev");
    await scene.works("destroy", scene.workspace.destroy("dev"));
    scene.expect(scene.idOf("x") === undefined, "what was declared is still there");
    scene.expect(scene.idOf("unmanaged") === id, "the other template was touched");
  },
};

describe("what is declared is not deleted, and what is not ours is not touched", () => {
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
