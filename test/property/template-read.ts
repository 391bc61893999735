import type { TemplateBody } from "../../src/model/template/index.ts";
import type { Part } from "./template-arbitraries.ts";

/** What WhatsApp lists of a declaration in canonical form: written from its recorded answers, apart from our own code. */
export function asRead(declared: TemplateBody): TemplateBody {
  const { components = [], ...fields } = structuredClone(declared);
  const minutes = components.find(({ type }) => type === "FOOTER")?.code_expiration_minutes;
  const isOtp = fields.category === "AUTHENTICATION";
  return {
    ...fields,
    ...(isOtp ? { message_send_ttl_seconds: 600 } : { sub_category: "CUSTOM" }),
    id: "920070352646140",
    status: "APPROVED",
    components: components.map((component) => ({ ...component, ...readParts(component, isOtp, minutes) })),
  };
}

function readParts(component: Part, isOtp: boolean, minutes: unknown): Part {
  const { type, format, buttons, cards } = component;
  if (isOtp && type === "BODY") return { text: "*{{1}}* is your code.", example: { body_text: [["123456"]] } };
  if (isOtp && type === "FOOTER") return { text: `This code expires in ${minutes} minutes.` };
  if (type === "HEADER" && format !== "TEXT" && format !== "LOCATION") {
    return { example: { header_handle: [`https://scontent.whatsapp.net/v/${Math.random()}`] } };
  }
  if (Array.isArray(buttons)) return { buttons: buttons.map((button: Part) => readButton(button, minutes)) };
  if (Array.isArray(cards)) {
    return {
      cards: cards.map(({ components }: { components: Part[] }) => ({
        components: components.map((part) => ({ ...part, ...readParts(part, false, undefined) })),
      })),
    };
  }
  return {};
}

function readButton(button: Part, minutes: unknown): Part {
  switch (button.type) {
    case "PHONE_NUMBER":
      return { ...button, phone_number: `+${button.phone_number}` };
    case "COPY_CODE":
      return { ...button, text: "Copy offer code", example: [button.example] };
    case "FLOW":
      return { type: "FLOW", text: button.text, flow_id: 123, flow_action: "NAVIGATE" };
    case "OTP":
      return otpAddress(button, minutes);
    default:
      return button;
  }
}

function otpAddress({ otp_type, autofill_text, supported_apps }: Part, minutes: unknown): Part {
  const apps = (supported_apps ?? []) as { package_name: string; signature_hash: string }[]; // as the arbitrary makes them
  const list = (values: string[]) => encodeURIComponent(values.join(","));
  const parameters = [
    `otp_type=${otp_type}`,
    ...(autofill_text === undefined ? [] : [`cta_display_name=${encodeURIComponent(String(autofill_text))}`]),
    ...(apps.length === 0 ? [] : [`package_name=${list(apps.map((app) => app.package_name))}`]),
    ...(apps.length === 0 ? [] : [`signature_hash=${list(apps.map((app) => app.signature_hash))}`]),
    ...(minutes === undefined ? [] : [`code_expiration_minutes=${minutes}`]),
  ];
  const url = `https://www.whatsapp.com/otp/code/?${parameters.join("&")}&code=otp`;
  return { type: "URL", text: "Copy code", url: `${url}{{1}}`, example: [`${url}123456`] };
}
