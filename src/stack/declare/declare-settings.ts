import { child, entriesOf, isScalar, type Located, type LocatedMap, textOf } from "../source/located.ts";
import type { AdoptPolicy, ConnectionDeclaration, OnRemoveTemplate, Stack, StackSettings } from "../types.ts";

/** A run that takes more templates away is more often a mistake than a plan. */
const MAX_DELETES = 10;

/** Settings with their defaults; a value of a wrong shape counts as absent, for it is an error already. */
export function declareSettings(tree: LocatedMap): StackSettings {
  const settings = child(tree, "settings");
  const maxDeletes = child(settings, "maxDeletes");
  const limit = isScalar(maxDeletes) ? maxDeletes.value : undefined;
  return {
    namePrefix: textOf(child(settings, "namePrefix")) ?? "",
    onRemove: onRemoveOf(settings) ?? "delete",
    protect: flagOf(settings, "protect") ?? false,
    adopt: adoptPolicy(textOf(child(settings, "adopt"))),
    allowEmpty: flagOf(settings, "allowEmpty") ?? false,
    maxDeletes: typeof limit === "number" || typeof limit === "string" ? limit : MAX_DELETES,
  };
}

/** What a template, or the settings, say about removing; undefined where they say nothing. */
export function onRemoveOf(node: Located | undefined): OnRemoveTemplate | undefined {
  const value = textOf(child(node, "onRemove"));
  return value === "retain" || value === "delete" ? value : undefined;
}

export function flagOf(node: Located | undefined, key: string): boolean | undefined {
  const flag = child(node, key);
  return isScalar(flag) && typeof flag.value === "boolean" ? flag.value : undefined;
}

function adoptPolicy(value: string | undefined): AdoptPolicy {
  return value === "always" || value === "never" ? value : "matching";
}

export function declareAccount(tree: LocatedMap): Stack["account"] {
  const account = child(tree, "account");
  const [waba, connection, app] = ["waba", "connection", "app"].map((key) => textOf(child(account, key)));
  return {
    waba: waba ?? "",
    ...(connection === undefined ? {} : { connection }),
    ...(app === undefined ? {} : { app }),
  };
}

export function declareConnections(tree: LocatedMap): ConnectionDeclaration[] {
  return entriesOf(child(tree, "connections")).flatMap(([key, { value }]): ConnectionDeclaration[] => {
    const id = textOf(child(value, "id"));
    const app = textOf(child(value, "app"));
    if (id !== undefined) return [{ key, id }];
    return app === undefined ? [] : [{ key, app }];
  });
}
