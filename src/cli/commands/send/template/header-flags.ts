import { InvalidArgumentError } from "commander";
import type { TemplateArguments, TemplateParameter } from "../../../../model/message/index.ts";
import { type TemplateBody, templateVariables } from "../../../../model/template/index.ts";
import type { Context } from "../../../context.ts";
import { UsageError } from "../../../usage-error.ts";
import { type HeaderFlags, type HeaderSource, headerSource, type IdOf } from "../outgoing/media-source.ts";

/** `--header-location LATITUDE,LONGITUDE,NAME,ADDRESS`; the address may contain commas. */
export function locationFlag(text: string): TemplateParameter {
  const [latitude = "", longitude = "", name, ...address] = text.split(",").map((part) => part.trim());
  const degrees = /^-?\d+(\.\d+)?$/;
  if (!degrees.test(latitude) || !degrees.test(longitude)) {
    throw new InvalidArgumentError("Expected LATITUDE,LONGITUDE,NAME,ADDRESS, such as 52.5163,13.3777,Gate,Berlin.");
  }
  const texts = {
    ...(name === undefined ? {} : { name }),
    ...(address.length === 0 ? {} : { address: address.join(", ") }),
  };
  return { type: "location", location: { latitude, longitude, ...texts } };
}

/** `--header-product CATALOG:PRODUCT` */
export function productFlag(text: string): TemplateParameter {
  const [, catalog_id, product_retailer_id] = /^(\d+):(.+)$/.exec(text) ?? [];
  if (catalog_id === undefined || product_retailer_id === undefined) {
    throw new InvalidArgumentError("Expected CATALOG:PRODUCT.");
  }
  return { type: "product", product: { product_retailer_id, catalog_id } };
}

export interface TemplateHeaderFlags extends HeaderFlags {
  headerLocation?: TemplateParameter | undefined;
  headerProduct?: TemplateParameter | undefined;
}

export interface TemplateHeader {
  source: HeaderSource;
  parameter: TemplateParameter | undefined;
}

/** @throws UsageError for more than one header */
export function templateHeader(flags: TemplateHeaderFlags, { io }: Context): TemplateHeader {
  const source = headerSource(flags, io);
  const parameter = flags.headerLocation ?? flags.headerProduct;
  const given = [flags.headerLocation, flags.headerProduct, source.text, source.media];
  if (given.filter((value) => value !== undefined).length > 1) {
    throw new UsageError("More than one header given.", "Specify only one of --header, --header-image and so on.");
  }
  return { source, parameter };
}

/** The parameter of the header; a text is passed by name if the template's variables have names. */
export function headerArgument(
  { source, parameter }: TemplateHeader,
  idOf: IdOf,
  template: TemplateBody | undefined,
): TemplateArguments["header"] {
  if (parameter !== undefined) return parameter;
  if (source.media !== undefined) return source.media(idOf);
  if (source.text === undefined || template === undefined) return source.text;
  const [name] = templateVariables(template).header;
  return name === undefined || /^\d+$/.test(name) ? source.text : { [name]: source.text };
}
