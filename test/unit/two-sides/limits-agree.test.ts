import { describe, expect, it } from "vitest";
import { BUSINESS_PROFILE, WRITABLE_VERTICALS } from "../../../src/emulator/phones/business-profile.ts";
import { LANGUAGE_NAMES } from "../../../src/emulator/tables/languages.ts";
import * as served from "../../../src/emulator/tables/templates.ts";
import { LIMITS, SEND_TTL } from "../../../src/emulator/tables/templates.ts";
import { SERVED_BUTTONS } from "../../../src/emulator/templates/buttons/index.ts";
import { PROFILE_LIMITS, VERTICALS } from "../../../src/model/profile/index.ts";
import * as declared from "../../../src/model/template/tables/index.ts";

// The model has the rules of our side, the emulator those of WhatsApp's side. They were written independently, from the
// same facts, and share no code. Agreement is evidence; every difference is listed here with its reason.

const { TEMPLATE_LIMITS: wanted } = declared;

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
    const model = Object.entries(declared.TTL_SECONDS).map(([category, { least, most, unlimited }]) => [
      category,
      least,
      most,
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
    const model = Object.entries(declared.BUTTON_KINDS).map(([kind, { max }]) => [kind, max]);
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

describe("values", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["categories", declared.CATEGORIES, served.CATEGORIES],
    ["sub-categories", declared.SUB_CATEGORIES, served.SUB_CATEGORIES],
    ["parameter formats", declared.PARAMETER_FORMATS, served.PARAMETER_FORMATS],
    ["verticals", VERTICALS, WRITABLE_VERTICALS],
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
  it.each(Object.keys(BUSINESS_PROFILE) as (keyof typeof BUSINESS_PROFILE)[])("%s", (field) => {
    expect(PROFILE_LIMITS[field]).toBe(BUSINESS_PROFILE[field]);
  });
});
