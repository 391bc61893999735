import type { JsonObject } from "../json.ts";
import { LIMITS } from "../tables/template-limits.ts";
import { emojiCount, hasNewline, lengthOf } from "../text/characters.ts";
import { variablesIn } from "../text/variables.ts";
import { checkFields } from "./component-fields.ts";
import { refusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";

export function checkFooter(component: JsonObject, context: RuleContext): void {
  checkFields("FOOTER", component, context);
  const text = String(component.text);
  if (lengthOf(text) > LIMITS.footer) throw refusal("tooLong", "The message footer", LIMITS.footer);
  if (variablesIn(text).length > 0 || hasNewline(text) || emojiCount(text) > 0) throw refusal("footerFormat");
}
