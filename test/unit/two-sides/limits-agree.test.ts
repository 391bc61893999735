import { describe, expect, it } from "vitest";
import {
  ATTACHMENTS,
  kindOfType,
  STATIC_STICKER_MAX_BYTES,
  UPLOAD_TYPES,
} from "../../../src/emulator/media/file-types.ts";
import { SAMPLE_TYPES } from "../../../src/emulator/media/resumable-uploads.ts";
import { CALLBACK_DATA_MAX } from "../../../src/emulator/messages/envelope.ts";
import { CONTACTS_MAX } from "../../../src/emulator/messages/kinds/contacts.ts";
import { BUTTON } from "../../../src/emulator/messages/kinds/interactive/button.ts";
import { CALL_TTL_MINUTES_MAX } from "../../../src/emulator/messages/kinds/interactive/calls.ts";
import { CAROUSEL } from "../../../src/emulator/messages/kinds/interactive/carousel.ts";
import { INTERACTIVE } from "../../../src/emulator/messages/kinds/interactive/interactive-kind.ts";
import { LIST } from "../../../src/emulator/messages/kinds/interactive/list.ts";
import { PRODUCTS_MAX } from "../../../src/emulator/messages/kinds/interactive/products.ts";
import { CAPTION_MAX } from "../../../src/emulator/messages/kinds/media.ts";
import { COMPONENT_PARTS, SENT_PARAMETER_TYPES } from "../../../src/emulator/messages/kinds/template/template.ts";
import { TEXT_MAX } from "../../../src/emulator/messages/kinds/text.ts";
import { BUSINESS_PROFILE, WRITABLE_VERTICALS } from "../../../src/emulator/phones/business-profile.ts";
import { NUMBER_DIGITS } from "../../../src/emulator/tables/international-number.ts";
import { LANGUAGE_NAMES } from "../../../src/emulator/tables/languages.ts";
import { RATES } from "../../../src/emulator/tables/rates.ts";
import * as served from "../../../src/emulator/tables/templates.ts";
import { LIMITS, SEND_TTL } from "../../../src/emulator/tables/templates.ts";
import { SERVED_BUTTONS, SUB_TYPES } from "../../../src/emulator/templates/buttons/index.ts";
import { MAX_MEDIA_BYTES, MEDIA_TYPES, SAMPLE_FORMATS } from "../../../src/model/media/index.ts";
import {
  BUTTON_SUB_TYPES,
  MESSAGE_LIMITS,
  PARAMETER_COMPONENTS,
  PARAMETER_TYPES,
} from "../../../src/model/message/index.ts";
import { PHONE_NUMBER_DIGITS } from "../../../src/model/phone-number/index.ts";
import { PROFILE_FIELDS, VERTICALS } from "../../../src/model/profile/index.ts";
import * as declared from "../../../src/model/template/index.ts";

// The model describes what our side declares, the emulator what WhatsApp does. They were written separately, from the same facts,
// and share nothing. Where they agree, that is evidence; where they differ, the difference is listed here with its reason.

const { TEMPLATE_LIMITS: wanted } = declared;

it("quotas of an account", () => {
  expect(declared.ACCOUNT_QUOTAS).toEqual({
    unverifiedTemplates: LIMITS.templatesUnverified,
    verifiedTemplates: LIMITS.templates,
    createsPerHour: RATES.createsPerHour,
    callsPerHour: RATES.callsPerHour.withPhoneNumber,
    callsPerHourWithoutNumber: RATES.callsPerHour.withoutPhoneNumber,
  });
});

describe("limits of a template", () => {
  it.each<[string, number, number]>([
    ["name", wanted.name, LIMITS.name],
    ["header", wanted.headerText, LIMITS.header],
    ["variables of a header", wanted.headerVariables, LIMITS.headerVariables],
    ["body", wanted.body, LIMITS.body],
    ["body of an offer", wanted.bodyOfOffer, LIMITS.limitedTimeOfferBody],
    ["body of a card", wanted.bodyOfCard, LIMITS.cardBody],
    ["line breaks of a card", wanted.lineBreaksOfCard, LIMITS.cardBodyLineBreaks],
    ["emojis of a body", wanted.bodyEmojis, LIMITS.bodyEmojis],
    ["newlines in a row", wanted.consecutiveNewlines, LIMITS.bodyNewlinesInARow],
    ["footer", wanted.footer, LIMITS.footer],
    ["buttons", wanted.buttons, LIMITS.buttons],
    ["label of a button", wanted.buttonLabel, LIMITS.buttonText],
    ["url", wanted.url, LIMITS.buttonUrl],
    ["phone number", wanted.phoneNumber, LIMITS.phoneNumber],
    ["copy code", wanted.copyCode, LIMITS.copyCode],
    ["text of an offer", wanted.offerText, LIMITS.offerText],
    ["cards", wanted.cards, LIMITS.cards.max],
    ["cards at least", wanted.cardsAtLeast, LIMITS.cards.min],
    ["buttons of a card", wanted.cardButtons, LIMITS.cardButtons],
    ["supported apps", wanted.supportedApps, LIMITS.supportedApps],
    ["package name", wanted.packageName, LIMITS.packageName],
    ["minutes of a code", wanted.codeExpirationMinutes, LIMITS.codeExpirationMinutes.max],
  ])("%s", (_what, model, emulator) => {
    expect(model).toBe(emulator);
  });

  it("time to live, by category", () => {
    const model = Object.entries(declared.TTL_SECONDS).map(([category, { min, max, unlimited }]) => [
      category,
      min,
      max,
      unlimited,
    ]);
    const emulator = Object.entries(SEND_TTL).map(([category, { min, max, thirtyDays }]) => [
      category,
      min,
      max,
      thirtyDays,
    ]);
    expect(model).toEqual(emulator);
  });

  it("how many buttons of each kind", () => {
    const model = declared.TEMPLATE_BUTTONS.map(({ type, max }) => [type, max]);
    const emulator = Object.entries(SERVED_BUTTONS).map(([kind, { max }]) => [kind, max]);
    expect(model.sort()).toEqual(emulator.sort());
  });
});

function sorted(values: Iterable<string>): string[] {
  return [...values].sort();
}

function without(values: string[], others: string[]): string[] {
  return values.filter((value) => !others.includes(value));
}

function upper(values: readonly string[]): string[] {
  return values.map((value) => value.toUpperCase());
}

describe("values", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["categories", declared.CATEGORIES, served.CATEGORIES],
    ["sub-categories", declared.SUB_CATEGORIES, served.SUB_CATEGORIES],
    ["parameter formats", declared.PARAMETER_FORMATS, served.PARAMETER_FORMATS],
    ["verticals", VERTICALS, WRITABLE_VERTICALS],
    ["parameters of a template message", upper(PARAMETER_TYPES), SENT_PARAMETER_TYPES],
    ["components of a template message", upper(PARAMETER_COMPONENTS), COMPONENT_PARTS],
    ["sub-types of its buttons", BUTTON_SUB_TYPES, SUB_TYPES],
  ])("%s", (_what, model, emulator) => {
    expect(sorted(model)).toEqual(sorted(emulator));
  });

  it("languages: every difference is named", () => {
    const model = sorted(Object.keys(declared.LANGUAGES));
    const emulator = sorted(Object.keys(LANGUAGE_NAMES));
    expect({ onlyInModel: without(model, emulator), onlyInEmulator: without(emulator, model) }).toEqual({
      onlyInModel: [],
      onlyInEmulator: [],
    });
  });
});

describe("limits of a profile", () => {
  it.each<[string, number, number]>([
    ["about", PROFILE_FIELDS.about.max, BUSINESS_PROFILE.about],
    ["address", PROFILE_FIELDS.address.max, BUSINESS_PROFILE.address],
    ["description", PROFILE_FIELDS.description.max, BUSINESS_PROFILE.description],
    ["email", PROFILE_FIELDS.email.max, BUSINESS_PROFILE.email],
    ["a website", PROFILE_FIELDS.websites.max, BUSINESS_PROFILE.website],
    ["websites", PROFILE_FIELDS.websites.maxEntries, BUSINESS_PROFILE.websites],
  ])("%s", (_what, model, emulator) => {
    expect(model).toBe(emulator);
  });
});

describe("limits of a message", () => {
  it.each<[string, number, number]>([
    ["text", MESSAGE_LIMITS.text, TEXT_MAX],
    ["caption", MESSAGE_LIMITS.caption, CAPTION_MAX],
    ["callback data", MESSAGE_LIMITS.callbackData, CALLBACK_DATA_MAX],
    ["contacts", MESSAGE_LIMITS.contacts, CONTACTS_MAX],
    ["header", MESSAGE_LIMITS.interactiveHeader, INTERACTIVE.header],
    ["body", MESSAGE_LIMITS.interactiveBody, INTERACTIVE.body],
    ["body of a list", MESSAGE_LIMITS.interactiveBodyOfList, LIST.body],
    ["footer", MESSAGE_LIMITS.interactiveFooter, INTERACTIVE.footer],
    ["buttons", MESSAGE_LIMITS.buttons, BUTTON.max],
    ["title of a button", MESSAGE_LIMITS.buttonTitle, BUTTON.title],
    ["text of a link", MESSAGE_LIMITS.linkText, BUTTON.title],
    ["text of a call button", MESSAGE_LIMITS.callText, BUTTON.title],
    ["minutes of a call button", MESSAGE_LIMITS.callTtlMinutes, CALL_TTL_MINUTES_MAX],
    ["id of a button", MESSAGE_LIMITS.buttonId, BUTTON.id],
    ["button of a list", MESSAGE_LIMITS.listButton, LIST.button],
    ["sections", MESSAGE_LIMITS.sections, LIST.sections],
    ["rows", MESSAGE_LIMITS.rows, LIST.rows],
    ["title of a section", MESSAGE_LIMITS.sectionTitle, LIST.sectionTitle],
    ["id of a row", MESSAGE_LIMITS.rowId, LIST.rowId],
    ["title of a row", MESSAGE_LIMITS.rowTitle, LIST.rowTitle],
    ["description of a row", MESSAGE_LIMITS.rowDescription, LIST.rowDescription],
    ["products", MESSAGE_LIMITS.products, PRODUCTS_MAX],
    ["cards", MESSAGE_LIMITS.cards, CAROUSEL.max],
    ["fewest cards", MESSAGE_LIMITS.minCards, CAROUSEL.min],
    ["body of a card", MESSAGE_LIMITS.cardBody, CAROUSEL.cardBody],
    ["name of a template", MESSAGE_LIMITS.templateName, LIMITS.name],
    ["index of a button", MESSAGE_LIMITS.buttonIndex, LIMITS.buttons - 1],
    ["coupon code", MESSAGE_LIMITS.couponCode, LIMITS.copyCode],
    ["digits of the shortest number", PHONE_NUMBER_DIGITS.min, NUMBER_DIGITS.min],
    ["digits of the longest number", PHONE_NUMBER_DIGITS.max, NUMBER_DIGITS.max],
  ])("%s", (_what, model, emulator) => {
    expect(model).toBe(emulator);
  });
});

describe("media", () => {
  it("types: every difference is named", () => {
    const model = sorted(Object.keys(MEDIA_TYPES));
    const emulator = sorted(UPLOAD_TYPES);
    // Files with Opus are OGG by their content; WhatsApp's own list has both names.
    expect({ onlyInModel: without(model, emulator), onlyInEmulator: without(emulator, model) }).toEqual({
      onlyInModel: [],
      onlyInEmulator: ["audio/opus"],
    });
  });

  it.each(Object.entries(SAMPLE_FORMATS))("a sample of a header: %s", (_, { types }) => {
    expect(without(sorted([...types]), [...SAMPLE_TYPES])).toEqual([]);
  });

  it.each(Object.entries(MEDIA_TYPES))("%s", (type, { kind, maxBytes, maxBytesAnimated }) => {
    const served = ATTACHMENTS[kind];
    expect(kindOfType(type)).toBe(kind);
    expect(served.types).toContain(type);
    expect(maxBytesAnimated ?? maxBytes).toBe(served.maxBytes);
    if (kind === "sticker") expect(maxBytes).toBe(STATIC_STICKER_MAX_BYTES);
  });

  it("the largest file", () => {
    expect(MAX_MEDIA_BYTES).toBe(Math.max(...Object.values(ATTACHMENTS).map(({ maxBytes }) => maxBytes)));
  });
});
