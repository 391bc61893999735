import { child, entriesOf, itemsOf, type Located, type LocatedMap } from "../source/located.ts";
import { madeList, madeMap } from "../source/made.ts";

/** BODY, FOOTER and the OTP button. WhatsApp writes the texts in the template's language. */
export function authentication(node: Located): LocatedMap[] {
  const { place } = node;
  const expires = child(node, "expires");
  const button = child(node, "button");
  return [
    madeMap({ type: "BODY", add_security_recommendation: child(node, "security_recommendation") }, place),
    ...(expires === undefined ? [] : [madeMap({ type: "FOOTER", code_expiration_minutes: expires }, place)]),
    ...(button === undefined
      ? []
      : [madeMap({ type: "BUTTONS", buttons: madeList([otp(button)], button.place) }, button.place)]),
  ];
}

function otp(button: Located): LocatedMap {
  const [kind = "copy_code", entry] = entriesOf(button)[0] ?? [];
  const value = entry?.value;
  const otp_type = kind.toUpperCase();
  if (kind === "copy_code") return madeMap({ type: "OTP", otp_type, text: value }, button.place);
  const apps = child(value, "apps");
  const fields = {
    type: "OTP",
    otp_type,
    text: child(value, "text"),
    autofill_text: child(value, "autofill"),
    zero_tap_terms_accepted: child(value, "terms_accepted"),
    supported_apps: apps && madeList(itemsOf(apps), apps.place),
  };
  return madeMap(fields, value?.place ?? button.place);
}
