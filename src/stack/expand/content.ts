import { child, isScalar, type Located, type LocatedList, type LocatedMap } from "../source/located.ts";
import { madeList, madeMap } from "../source/made.ts";
import { authentication } from "./authentication.ts";
import { carousel } from "./carousel.ts";
import type { Expansion } from "./expansion.ts";
import { messageParts } from "./message-parts.ts";

/** WhatsApp's components of a language that is written in the short form; undefined when it has none of its keys. */
export function shortContent(language: LocatedMap, expansion: Expansion): LocatedList | undefined {
  const components = [...messageParts(language, expansion), ...specialParts(language, expansion)];
  return components.length === 0 ? undefined : madeList(components, language.place);
}

function specialParts(language: LocatedMap, expansion: Expansion): LocatedMap[] {
  const login = child(language, "authentication");
  const cards = child(language, "carousel");
  const offer = child(language, "limited_time_offer");
  return [
    ...(login === undefined ? [] : authentication(login)),
    ...(offer === undefined ? [] : [limitedTimeOffer(offer)]),
    ...(cards === undefined ? [] : [carousel(cards, expansion)]),
    ...callPermissionRequest(child(language, "call_permission_request")),
  ];
}

function limitedTimeOffer(node: Located): LocatedMap {
  const offer = madeMap({ text: child(node, "text"), has_expiration: child(node, "expires") }, node.place);
  return madeMap({ type: "LIMITED_TIME_OFFER", limited_time_offer: offer }, node.place);
}

/** `false` is the same as leaving the key out. */
function callPermissionRequest(node: Located | undefined): LocatedMap[] {
  return isScalar(node) && node.value === true ? [madeMap({ type: "CALL_PERMISSION_REQUEST" }, node.place)] : [];
}
