import { child, entriesOf, isScalar, type LocatedMap, textOf } from "../source/located.ts";
import type { AdoptPolicy, ConnectionDeclaration, Stack, StackSettings } from "../types.ts";

/** Settings with their defaults; a value of a wrong shape counts as absent, for it is an error already. */
export function declareSettings(tree: LocatedMap): StackSettings {
  const settings = child(tree, "settings");
  const flag = (key: string): boolean => {
    const node = child(settings, key);
    return isScalar(node) && node.value === true;
  };
  const maxDeletes = child(settings, "maxDeletes");
  const limit = isScalar(maxDeletes) ? maxDeletes.value : undefined;
  return {
    namePrefix: textOf(child(settings, "namePrefix")) ?? "",
    onRemove: textOf(child(settings, "onRemove")) === "retain" ? "retain" : "delete",
    protect: flag("protect"),
    adopt: adoptPolicy(textOf(child(settings, "adopt"))),
    allowEmpty: flag("allowEmpty"),
    ...(typeof limit === "number" || typeof limit === "string" ? { maxDeletes: limit } : {}),
  };
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
