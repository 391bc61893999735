import { LIMITS } from "../../tables/templates.ts";
import { lengthOf } from "../../text/characters.ts";
import { refusal } from "../refusals.ts";
import { sampleList } from "../samples.ts";
import type { ServedButton } from "./served-button.ts";

export const copyCode: ServedButton = {
  max: 1,
  required: ["example"],
  label: "copy_code",
  isSubType: true,
  check(button, { index }) {
    const [sample] = sampleList(button.example);
    if (sample === undefined || String(sample).trim() === "") throw refusal("buttonMissingFields", index, "example");
    if (lengthOf(String(sample)) > LIMITS.copyCode)
      throw refusal("tooLong", "The sample of a copy code button", LIMITS.copyCode);
  },
  /** The label is WhatsApp's own, whatever was sent. Whether the sample is a list is not documented: a switch decides. */
  readBack(button, { switches }) {
    const sample = String(sampleList(button.example)[0] ?? "");
    return {
      type: "COPY_CODE",
      text: "Copy offer code",
      example: switches.exampleForm === "list" ? [sample] : sample,
    };
  },
  checkParameter(_button, parameter, { missing, invalid }) {
    const code = parameter?.coupon_code;
    if (typeof code !== "string" || code === "") throw missing("a non-empty parameter coupon_code");
    if (lengthOf(code) > LIMITS.copyCode) throw invalid(`exceeds the parameter length limit ${LIMITS.copyCode}`);
  },
};
