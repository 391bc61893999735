import { error, type Issue, missing } from "../../issue.ts";
import { closest, parentOf, quote } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";

/**
 * Language codes of templates, with their English names.
 * Source: Meta, "Supported Languages" of templates, page of 2025-11-04. `en` and `en_US` are different languages.
 */
const NAMES = {
  af: "Afrikaans",
  ar: "Arabic",
  ar_AE: "Arabic (UAE)",
  ar_EG: "Arabic (EGY)",
  ar_LB: "Arabic (LBN)",
  ar_MA: "Arabic (MAR)",
  ar_QA: "Arabic (QAT)",
  az: "Azerbaijani",
  be_BY: "Belarusian",
  bg: "Bulgarian",
  bn: "Bengali",
  bn_IN: "Bengali (IND)",
  ca: "Catalan",
  cs: "Czech",
  da: "Danish",
  de: "German",
  de_AT: "German (AUT)",
  de_CH: "German (CHE)",
  el: "Greek",
  en: "English",
  en_AE: "English (UAE)",
  en_AU: "English (AUS)",
  en_CA: "English (CAN)",
  en_GB: "English (UK)",
  en_GH: "English (GHA)",
  en_IE: "English (IRL)",
  en_IN: "English (IND)",
  en_JM: "English (JAM)",
  en_MY: "English (MYS)",
  en_NZ: "English (NZL)",
  en_QA: "English (QAT)",
  en_SG: "English (SGP)",
  en_UG: "English (UGA)",
  en_US: "English (US)",
  en_ZA: "English (ZAF)",
  es: "Spanish",
  es_AR: "Spanish (ARG)",
  es_CL: "Spanish (CHL)",
  es_CO: "Spanish (COL)",
  es_CR: "Spanish (CRI)",
  es_DO: "Spanish (DOM)",
  es_EC: "Spanish (ECU)",
  es_ES: "Spanish (SPA)",
  es_HN: "Spanish (HND)",
  es_MX: "Spanish (MEX)",
  es_PA: "Spanish (PAN)",
  es_PE: "Spanish (PER)",
  es_UY: "Spanish (URY)",
  et: "Estonian",
  fa: "Persian",
  fi: "Finnish",
  fil: "Filipino",
  fr: "French",
  fr_BE: "French (BEL)",
  fr_CA: "French (CAN)",
  fr_CH: "French (CHE)",
  fr_CI: "French (CIV)",
  fr_MA: "French (MAR)",
  ga: "Irish",
  gu: "Gujarati",
  ha: "Hausa",
  he: "Hebrew",
  hi: "Hindi",
  hr: "Croatian",
  hu: "Hungarian",
  id: "Indonesian",
  it: "Italian",
  ja: "Japanese",
  ka: "Georgian",
  kk: "Kazakh",
  kn: "Kannada",
  ko: "Korean",
  ky_KG: "Kyrgyz (Kyrgyzstan)",
  lo: "Lao",
  lt: "Lithuanian",
  lv: "Latvian",
  mk: "Macedonian",
  ml: "Malayalam",
  mr: "Marathi",
  ms: "Malay",
  nb: "Norwegian",
  nl: "Dutch",
  nl_BE: "Dutch (BEL)",
  pa: "Punjabi",
  pl: "Polish",
  prs_AF: "Dari",
  ps_AF: "Pashto",
  pt_BR: "Portuguese (BR)",
  pt_PT: "Portuguese (POR)",
  ro: "Romanian",
  ru: "Russian",
  rw_RW: "Kinyarwanda",
  si_LK: "Sinhala",
  sk: "Slovak",
  sl: "Slovenian",
  sq: "Albanian",
  sr: "Serbian",
  sv: "Swedish",
  sw: "Swahili",
  ta: "Tamil",
  te: "Telugu",
  th: "Thai",
  tr: "Turkish",
  uk: "Ukrainian",
  ur: "Urdu",
  uz: "Uzbek",
  vi: "Vietnamese",
  zh_CN: "Chinese (CHN)",
  zh_HK: "Chinese (HKG)",
  zh_TW: "Chinese (TAI)",
  zu: "Zulu",
} as const;

export type TemplateLanguage = keyof typeof NAMES;

/** The same table, for any text. */
export const LANGUAGES: Readonly<Record<string, string>> = NAMES;

/**
 * The rule of a template's language: one of WhatsApp's codes, with an underscore and a region in capitals.
 * @param path JSON pointer to the language
 */
export function lintLanguage(language: unknown, path = "/language"): Issue[] {
  if (language === undefined)
    return [
      missing({
        code: "language-missing",
        path: parentOf(path),
        subject: "the template",
        what: "language",
        hint: "Add a code like en_US.",
        whatsapp: TEMPLATE_ANSWERS.language,
      }),
    ];
  if (typeof language !== "string")
    return [
      error({
        code: "wrong-type",
        path,
        message: `language is ${quote(language)}; WhatsApp expects a text`,
        hint: "Put it in quotes.",
      }),
    ];
  if (Object.hasOwn(LANGUAGES, language)) return [];
  return [
    error({
      code: "language-unknown",
      path,
      message: `language ${quote(language)} is not supported by WhatsApp for templates`,
      hint: languageHint(language),
      whatsapp: TEMPLATE_ANSWERS.language,
    }),
  ];
}

function languageHint(language: string): string {
  const codes = Object.keys(LANGUAGES);
  const spelling = language.replaceAll("-", "_").toLowerCase();
  const exact = codes.find((code) => code.toLowerCase() === spelling);
  const byName = codes.find((code) => LANGUAGES[code]?.toLowerCase() === language.toLowerCase());
  const [base = ""] = spelling.split("_");
  const relatives = codes.filter((code) => code.toLowerCase().split("_")[0] === base);
  if (exact !== undefined || byName !== undefined) return `Write ${quote(exact ?? byName)}.`;
  if (relatives.length > 0) return `WhatsApp has ${relatives.join(", ")}.`;
  const near = closest(language, codes);
  return near === undefined
    ? "Use one of WhatsApp's codes, for example en_US, es_MX or pt_BR."
    : `Did you mean ${quote(near)} (${LANGUAGES[near]})?`;
}
