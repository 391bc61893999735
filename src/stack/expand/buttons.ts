import {
  child,
  entriesOf,
  isScalar,
  itemsOf,
  type Located,
  type LocatedMap,
  type LocatedScalar,
} from "../source/located.ts";
import { madeList, madeMap } from "../source/made.ts";
import { asText } from "./samples.ts";
import { trimmed } from "./text-part.ts";

type Fields = Record<string, Located | string | undefined>;

function scalar(node: Located | undefined): LocatedScalar | undefined {
  return isScalar(node) ? trimmed(asText(node)) : undefined;
}

function under(node: Located, key: string) {
  return scalar(child(node, key));
}

/** From the kinds of the short form to WhatsApp's. Source: Meta, template components, and the guides of the single kinds. */
const KINDS: Readonly<Record<string, (value: Located) => Fields>> = {
  quick_reply: (value) => ({ type: "QUICK_REPLY", text: scalar(value) }),
  url: (value) => ({ type: "URL", text: under(value, "text"), url: under(value, "url"), example: urlExample(value) }),
  phone: (value) => ({ type: "PHONE_NUMBER", text: under(value, "text"), phone_number: under(value, "number") }),
  copy_code: (value) => ({ type: "COPY_CODE", example: scalar(value) }),
  flow: (value) => ({
    type: "FLOW",
    text: under(value, "text"),
    flow_id: under(value, "id"),
    flow_name: under(value, "name"),
    flow_action: under(value, "action"),
    navigate_screen: under(value, "screen"),
    icon: under(value, "icon"),
  }),
  catalog: (value) => ({ type: "CATALOG", text: scalar(value) }),
  products: (value) => ({ type: "MPM", text: scalar(value) }),
  product: (value) => ({ type: "SPM", text: scalar(value) }),
  voice_call: (value) => ({ type: "VOICE_CALL", text: under(value, "text"), ttl_minutes: child(value, "ttl") }),
};

/** BUTTONS, in the order of the file. */
export function buttons(node: Located): LocatedMap {
  const items = itemsOf(node).flatMap((item) => {
    const [kind, entry] = entriesOf(item)[0] ?? [];
    const make = kind !== undefined && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    return make === undefined || entry === undefined ? [] : [madeMap(make(entry.value), item.place)];
  });
  return madeMap({ type: "BUTTONS", buttons: madeList(items, node.place) }, node.place);
}

/** WhatsApp shows reviewers a full address: what stands for `{{1}}` alone is put into it. */
function urlExample(value: Located): Located | undefined {
  const example = under(value, "example");
  if (example === undefined) return undefined;
  const given = String(example.value);
  const address = under(value, "url");
  const url = String(address?.value ?? "");
  const full = /^https?:\/\//i.test(given) ? given : url.replace("{{1}}", () => given);
  const sample: LocatedScalar = { ...example, value: full };
  if (address?.unresolved === true) sample.unresolved = true;
  return madeList([sample], example.place);
}
