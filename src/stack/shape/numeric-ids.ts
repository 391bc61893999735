import { error } from "../source/finding.ts";
import { child, entriesOf, type LocatedMap } from "../source/located.ts";
import { digitsLost } from "../source/yaml-node.ts";
import type { ShapeFinding } from "./shape-finding.ts";

/** Phone number ids stand as keys, which zod sees as text only. */
export function numericIds(tree: LocatedMap): ShapeFinding[] {
  return entriesOf(child(tree, "profiles")).flatMap(([key, entry]): ShapeFinding[] => {
    const path = ["profiles", key];
    if (entry.numericKey === true) return [{ path, finding: digitsLost(key, entry.keyPlace) }];
    if (/^\d+$/.test(key) || entry.unresolvedKey === true) return [];
    const message = `\`${key}\` is no phone number id: only digits make up this id`;
    const hint = "Take the id from `mycobot phone-numbers list`; it is not the phone number.";
    return [{ path, finding: error({ code: "wrong-value", at: entry.keyPlace, message, hint }) }];
  });
}
