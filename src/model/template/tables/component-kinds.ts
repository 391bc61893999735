/** Component types that create takes. Source: Meta, template components. */
export const COMPONENT_TYPES: readonly string[] = [
  "HEADER",
  "BODY",
  "FOOTER",
  "BUTTONS",
  "CAROUSEL",
  "LIMITED_TIME_OFFER",
  "CALL_PERMISSION_REQUEST",
];

export const MEDIA_FORMATS: readonly string[] = ["IMAGE", "VIDEO", "DOCUMENT", "GIF"];

export const HEADER_FORMATS: readonly string[] = ["TEXT", ...MEDIA_FORMATS, "LOCATION", "PRODUCT"];

/** Header formats of carousel cards; PRODUCT makes a product carousel. */
export const CARD_FORMATS: readonly string[] = ["IMAGE", "VIDEO", "PRODUCT"];

export const OFFER_FORMATS: readonly string[] = ["IMAGE", "VIDEO"];
