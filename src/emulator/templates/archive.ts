import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter } from "../graph/errors.ts";
import { type Json, type JsonObject, textsOf } from "../json.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import { setTemplateStatus, templateStatus } from "../store/templates.ts";
import { LIMITS } from "../tables/templates.ts";
import { settleTemplates } from "./life-cycle.ts";

interface Move {
  /** Statuses that allow it. */
  from: readonly string[];
  to: string;
  /** The answer's key for the templates that were moved. */
  done: string;
  /** The answer's reason for a template of another status. */
  refused: string;
}

const MOVES = {
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
} as const satisfies Record<string, Move>;

function idsOf(value: Json | undefined): string[] {
  const ids = textsOf(value);
  const { min, max } = LIMITS.idsPerCall;
  if (ids.length < min || ids.length > max) throw invalidParameter(`Param hsm_ids must have ${min} to ${max} ids.`);
  return ids;
}

/** Archives or unarchives templates one by one; the answer lists the failures and their reasons. */
export function moveToArchive(
  emulator: EmulatorContext,
  account: Account,
  move: keyof typeof MOVES,
  parameters: JsonObject,
): JsonObject {
  settleTemplates(emulator, account);
  const { from, to, done, refused }: Move = MOVES[move];
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

/** Resumes a template that pacing has paused. A pause for low quality ends by itself. */
export function unpauseTemplate(emulator: EmulatorContext, account: Account, template: TemplateRecord): void {
  settleTemplates(emulator, account);
  if (templateStatus(template) !== "PAUSED") throw invalidParameter("The message template is not paused.");
  if (template.pausedUntil !== undefined)
    throw invalidParameter("The message template is paused for its quality: the pause ends by itself.");
  setTemplateStatus(template, "APPROVED", emulator.now());
  emulator.changed();
}
