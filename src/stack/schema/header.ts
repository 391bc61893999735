import { z } from "zod";
import { TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { exactlyOne, type Shown, sample, shown, text } from "./scalars.ts";

function handle(description: Shown) {
  return z
    .strictObject({
      handle: text({ description: "A handle of WhatsApp's upload call.", example: "4::aW1hZ2UvanBlZw==:ARZ…" }),
    })
    .meta({ description: description.description, examples: [{ handle: "4::…" }] });
}

function media(description: Shown) {
  return shown(z.union([z.string(), handle(description)]), description);
}

const mediaKinds = {
  image: media({
    description:
      'Sample image, jpeg or png, up to 5 MB; the path starts at this file\'s folder. Or `{ handle: "4::…" }`.',
    example: "media/sale.jpg",
  }),
  video: media({
    description:
      'Sample video, mp4 or 3gp, up to 16 MB; the path starts at this file\'s folder. Or `{ handle: "4::…" }`.',
    example: "media/tour.mp4",
  }),
  document: media({
    description: 'Sample document, pdf, up to 100 MB; the path starts at this file\'s folder. Or `{ handle: "4::…" }`.',
    example: "media/invoice.pdf",
  }),
};

export const header = shown(
  z.union([
    z.string(),
    exactlyOne(mediaKinds, "a header", {
      description: "A media header, with its sample.",
      example: { image: "media/sale.jpg" },
    }),
  ]),
  {
    description: `Text of up to ${TEMPLATE_LIMITS.headerText} characters, \`location\`, or a map with image, video or document.`,
    example: "Order {{order}}",
    maxLength: TEMPLATE_LIMITS.headerText,
  },
);

export const headerExample = sample({ description: "The sample of a header's `{{1}}`.", example: "A-1042" });

export const MEDIA_HEADERS: readonly string[] = Object.keys(mediaKinds);
