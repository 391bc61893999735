import { LIMITS } from "../../tables/templates.ts";
import { emojiCount, hasNewline, lengthOf } from "../../text/characters.ts";
import { variablesIn } from "../../text/variables.ts";
import { refusal } from "../refusals.ts";
import { checkFields, type ServedComponent } from "./served-component.ts";

export const footer: ServedComponent = {
  check(component) {
    checkFields("FOOTER", component, { required: ["text"] });
    const text = String(component.text);
    if (lengthOf(text) > LIMITS.footer) throw refusal("tooLong", "The message footer", LIMITS.footer);
    if (variablesIn(text).length > 0 || hasNewline(text) || emojiCount(text) > 0) throw refusal("footerFormat");
  },
  readBack: (sent) => ({ type: "FOOTER", text: String(sent.text) }),
};
