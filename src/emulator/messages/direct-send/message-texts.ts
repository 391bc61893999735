import { isObject, type JsonObject, listOf, objectOf, textOf } from "../../json.ts";

interface MessageButton {
  label: string;
  /** Where a link goes; undefined for a reply. */
  url?: string;
}

/** What a text or an interactive message shows. */
export interface MessageTexts {
  header?: string;
  body: string;
  footer?: string;
  buttons: MessageButton[];
}

function buttonOf({ reply, cta_url }: JsonObject): MessageButton {
  const link = objectOf(cta_url);
  const url = textOf(link.url);
  const label = textOf(url === undefined ? objectOf(reply).title : link.display_text);
  return { label: label ?? "", ...(url === undefined ? {} : { url }) };
}

function buttonsOf(action: JsonObject): MessageButton[] {
  if (action.parameters !== undefined) return [buttonOf({ cta_url: action.parameters })];
  return listOf(action.buttons).filter(isObject).map(buttonOf);
}

/** The texts of a message that Direct Send takes. */
export function messageTexts(parameters: JsonObject): MessageTexts {
  const { text, interactive } = parameters;
  if (interactive === undefined) return { body: textOf(objectOf(text).body) ?? "", buttons: [] };
  const { header, body, footer, action } = objectOf(interactive);
  const headerText = textOf(objectOf(header).text);
  const footerText = textOf(objectOf(footer).text);
  return {
    body: textOf(objectOf(body).text) ?? "",
    buttons: buttonsOf(objectOf(action)),
    ...(headerText === undefined ? {} : { header: headerText }),
    ...(footerText === undefined ? {} : { footer: footerText }),
  };
}
