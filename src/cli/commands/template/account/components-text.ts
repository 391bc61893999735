import type { WireComponent } from "../../../../gateway/index.ts";

function buttonText(button: unknown): string {
  if (typeof button !== "object" || button === null) return "[?]";
  // An object can be asked for any key; what comes back stays unknown.
  const { type, text, url, phone_number } = button as Record<string, unknown>;
  const target = [url, phone_number].find((each) => typeof each === "string");
  return `[${[type, text, target].filter((part) => typeof part === "string").join(" · ")}]`;
}

/** A component in a few lines: its type, and what a reader would see. */
export function componentText(component: WireComponent): string {
  const { type, text, format, buttons, cards } = component;
  if (Array.isArray(buttons)) return buttons.map(buttonText).join("\n");
  if (Array.isArray(cards)) return `${cards.length} cards`;
  if (typeof text === "string") return text;
  return typeof format === "string" ? `(${format})` : `(${type})`;
}
