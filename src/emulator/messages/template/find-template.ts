import { type Json, type JsonObject, objectOf } from "../../json.ts";
import { findAccount } from "../../store/accounts.ts";
import type { TemplateRecord } from "../../store/state.ts";
import { settleReview, templateLanguage, templateStatus, templatesNamed } from "../../store/templates.ts";
import { messageError } from "../message-error.ts";
import type { SendContext } from "../send-context.ts";

/** The account's template in that language, if it can be sent. Looking for it is a read: a review may end by it. */
export function sendableTemplate({ emulator, phone }: SendContext, { name, language }: JsonObject): TemplateRecord {
  const code: Json | undefined = objectOf(language).code;
  const account = findAccount(emulator.state, phone.waba);
  const named = account === undefined ? [] : templatesNamed(account, String(name));
  const template = named.find((candidate) => templateLanguage(candidate) === code);
  if (template !== undefined) {
    if (settleReview(template, emulator.now(), true)) emulator.changed();
    const status = templateStatus(template);
    if (status === "PAUSED") throw messageError("paused", "Message template is paused due to low quality");
    if (status === "DISABLED") throw messageError("disabled", "Message template is disabled due to low quality");
    if (status === "APPROVED") return template;
  }
  // Whatever is not approved does not exist for senders.
  throw messageError("noTemplate", `template name (${String(name)}) does not exist in ${String(code)}`);
}
