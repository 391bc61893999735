export const CATEGORIES = ["AUTHENTICATION", "MARKETING", "UTILITY"] as const;
export const SUB_CATEGORIES: readonly string[] = [];
export const LANGUAGES: Readonly<Record<string, string>> = {};
export const TEMPLATE_LIMITS = { name: 512, body: 1024, headerText: 60, footer: 60 } as const;
