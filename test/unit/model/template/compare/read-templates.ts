import type { TemplateBody } from "../../../../../src/model/template/index.ts";

/** A declaration and what WhatsApp lists of it, as far as recorded listings show. */
export interface ReadTemplate {
  wanted: TemplateBody;
  observed: TemplateBody;
}

const READ = { id: "920070352646140", status: "APPROVED", parameter_format: "POSITIONAL" };
const SIGNED = "https://scontent.whatsapp.net/v/t61/1.png?oh=01&oe=692BDAAD";

export const ordinary: ReadTemplate = {
  wanted: {
    name: "herbs_shipped",
    language: "en_US",
    category: "utility",
    components: [
      {
        type: "buttons",
        buttons: [
          { type: "url", text: "Track", url: "https://herbs.example/t/{{1}}", example: "A-1042" },
          { type: "phone_number", text: "Call", phone_number: "+1 555 005 1310" },
          { type: "quick_reply", text: "Thanks" },
        ],
      },
      { type: "body", text: "Hi {{1}}, your order {{2}} is on its way. ", example: { body_text: ["Ana", "A-1042"] } },
      { type: "header", format: "text", text: "Shipped: {{1}}", example: { header_text: "A-1042" } },
      { type: "footer", text: "Herbs & Co" },
    ],
  },
  observed: {
    ...READ,
    name: "herbs_shipped",
    language: "en_US",
    category: "UTILITY",
    sub_category: "CUSTOM",
    components: [
      { type: "HEADER", format: "TEXT", text: "Shipped: {{1}}", example: { header_text: ["A-1042"] } },
      { type: "BODY", text: "Hi {{1}}, your order {{2}} is on its way. ", example: { body_text: [["Ana", "A-1042"]] } },
      { type: "FOOTER", text: "Herbs & Co" },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "URL",
            text: "Track",
            url: "https://herbs.example/t/{{1}}",
            example: ["https://herbs.example/t/A-1042"],
          },
          { type: "PHONE_NUMBER", text: "Call", phone_number: "+15550051310" },
          { type: "QUICK_REPLY", text: "Thanks" },
        ],
      },
    ],
  },
};

function otpAddress(parameters: string) {
  return `https://www.whatsapp.com/otp/code/?${parameters}&code=otp`;
}

function otpButton(parameters: string) {
  return {
    type: "URL",
    text: "Autofill",
    url: `${otpAddress(parameters)}{{1}}`,
    example: [`${otpAddress(parameters)}123456`],
  };
}

function generated(buttonParameters: string) {
  return [
    {
      type: "BODY",
      text: "*{{1}}* is your verification code. For your security, do not share this code.",
      add_security_recommendation: true,
      example: { body_text: [["123456"]] },
    },
    { type: "FOOTER", text: "This code expires in 10 minutes.", code_expiration_minutes: 10 },
    { type: "BUTTONS", buttons: [otpButton(buttonParameters)] },
  ];
}

export const authentication: ReadTemplate = {
  wanted: {
    name: "login_code",
    language: "en_US",
    category: "AUTHENTICATION",
    components: [
      { type: "BODY", add_security_recommendation: true },
      { type: "FOOTER", code_expiration_minutes: 10 },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "OTP",
            otp_type: "ZERO_TAP",
            text: "Copy it",
            autofill_text: "Autofill",
            zero_tap_terms_accepted: true,
            supported_apps: [
              { package_name: "com.herbs", signature_hash: "K8a/AINcGX7" },
              { package_name: "com.herbs.beta", signature_hash: "L8a/AINcGX7" },
            ],
          },
        ],
      },
    ],
  },
  observed: {
    ...READ,
    name: "login_code",
    language: "en_US",
    category: "AUTHENTICATION",
    message_send_ttl_seconds: 600,
    components: generated(
      "otp_type=ZERO_TAP&cta_display_name=Autofill&package_name=com.herbs%2Ccom.herbs.beta" +
        "&signature_hash=K8a%2FAINcGX7%2CL8a%2FAINcGX7&code_expiration_minutes=10",
    ),
  },
};

function card(format: string, handle: unknown, url: string) {
  return {
    components: [
      { type: "HEADER", format, example: { header_handle: [handle] } },
      { type: "BODY", text: "A pot of herbs" },
      { type: "BUTTONS", buttons: [{ type: "URL", text: "Shop", url }] },
    ],
  };
}

function carouselOf(handle: unknown) {
  return {
    type: "CAROUSEL",
    cards: [card("IMAGE", handle, "https://herbs.example/basil"), card("IMAGE", handle, "https://herbs.example/mint")],
  };
}

export const carousel: ReadTemplate = {
  wanted: {
    name: "spring_herbs",
    language: "en_US",
    category: "MARKETING",
    components: [{ type: "BODY", text: "Spring is here!" }, carouselOf({ file: "media/basil.png" })],
  },
  observed: {
    ...READ,
    name: "spring_herbs",
    language: "en_US",
    category: "MARKETING",
    components: [{ type: "BODY", text: "Spring is here!" }, carouselOf(SIGNED)],
  },
};
