import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter } from "../graph/errors.ts";
import { decoded, type Json, type JsonObject } from "../json.ts";
import type { Account } from "../store/state.ts";
import { setTemplateStatus, settleReviews, templateStatus } from "../store/templates.ts";
import { LIMITS } from "../tables/template-limits.ts";

interface Move {
  from: readonly string[];
  to: string;
  done: string;
  refused: string;
}

const MOVES: Record<"archive" | "unarchive", Move> = {
  archive: {
    from: ["APPROVED", "REJECTED"],
    to: "ARCHIVED",
    done: "archived_templates",
    refused: "Only approved or rejected templates can be archived.",
  },
  unarchive: {
    from: ["ARCHIVED"],
    to: "APPROVED",
    done: "unarchived_templates",
    refused: "The template is not archived.",
  },
};

function idsOf(value: Json | undefined): string[] {
  const ids = decoded(value);
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > LIMITS.idsPerCall) {
    throw invalidParameter(`Param hsm_ids must have 1 to ${LIMITS.idsPerCall} ids.`);
  }
  return ids.map(String);
}

/** Archives or unarchives templates one by one; the answer names what failed and why. */
export function moveToArchive(
  emulator: EmulatorContext,
  account: Account,
  way: "archive" | "unarchive",
  parameters: JsonObject,
): JsonObject {
  settleReviews(account, emulator.now(), false);
  const { from, to, done, refused } = MOVES[way];
  const moved: string[] = [];
  const failed: JsonObject = {};
  for (const id of idsOf(parameters.hsm_ids)) {
    const template = account.templates.find((candidate) => candidate.id === id);
    if (template === undefined) failed[id] = "The template does not exist.";
    else if (!from.includes(templateStatus(template))) failed[id] = refused;
    else {
      setTemplateStatus(template, to, emulator.now());
      moved.push(id);
    }
  }
  emulator.changed();
  return { [done]: moved, failed_templates: failed };
}
