// A Pulumi program that uses Mycobot's resources directly, for example in the repository of the shop that sends the messages.
import * as pulumi from "@pulumi/pulumi";
import { BusinessProfile, Template } from "pulumi-mycobot";

const config = new pulumi.Config();
const waba = config.require("waba");

const texts = {
  en_US: { body: "Hi {{1}}, your table is ready. See you soon!", sample: "Ana" },
  es_MX: { body: "Hola {{1}}, tu mesa está lista. ¡Hasta pronto!", sample: "Lucía" },
};

const templates = Object.entries(texts).map(
  ([language, { body, sample }]) =>
    new Template(`table_ready/${language}`, {
      waba,
      name: "table_ready",
      language,
      category: "UTILITY",
      components: [{ type: "BODY", text: body, example: { body_text: [[sample]] } }],
    }),
);

new BusinessProfile("restaurant", {
  phone: config.require("phone"),
  about: "Open from noon to midnight",
  websites: ["https://example.com"],
});

export const statuses = Object.fromEntries(Object.keys(texts).map((language, i) => [language, templates[i]?.status]));
