export interface TemplateErrorText {
  subcode: number;
  title: string;
  /** The sentence for the user; `{0}`, `{1}` are filled in. */
  sentence: string;
  /** Field that `error_data.blame_field_specs` names. */
  blame?: string;
}

/**
 * Refusals of the template API: HTTP 400, code 100, "Invalid parameter", told apart by subcode.
 * Recorded in public reports: 2388023, 2388024, 2388025, 2388042, 2388043, 2388046, 2388047, 2388050, 2388060, 2388072,
 * 2388293, 2388299. Titles from the error code page: 2388019, 2388039, 2388040, 2388049, 2388073. The rest is our wording.
 */
export const TEMPLATE_ERRORS = {
  templateLimit: {
    subcode: 2388019,
    title: "Message template limit exceeded",
    sentence:
      "This WhatsApp Business account has reached its limit of {0} message templates. Delete some and try again.",
  },
  beingDeleted: {
    subcode: 2388023,
    title: "Message template language is being deleted",
    sentence:
      "New {0} content can't be added while the existing {0} content is being deleted. Try again in {1} or consider creating a new message template.",
  },
  alreadyExists: {
    subcode: 2388024,
    title: "Content in This Language Already Exists",
    sentence: "There is already {0} content for this template. You can create a new template and try again.",
  },
  categoryWhileDeleted: {
    subcode: 2388025,
    title: "Message template category can't be changed",
    sentence:
      "You can't change the category for this message template while the existing {0} content is being deleted. Try again in {1} or use {2} as the category.",
  },
  notEditable: {
    subcode: 2388039,
    title: "Message template status can't be changed",
    sentence: "The status for this message template can't be changed. You can only delete or add templates.",
  },
  tooLong: {
    subcode: 2388040,
    title: "Character limit exceeded",
    sentence: "{0} can't have more than {1} characters.",
  },
  unexpectedFields: {
    subcode: 2388042,
    title: 'Message template "components" param contains unexpected field(s)',
    sentence: "component of type {0} has unexpected field(s) ({1})",
  },
  missingFields: {
    subcode: 2388043,
    title: 'Message template "components" param is missing expected field(s)',
    sentence: "component of type {0} is missing expected field(s) ({1})",
  },
  nameFormat: {
    subcode: 2388046,
    title: "Name Format is Incorrect",
    sentence: "The message template name can only have lowercase letters and underscores.",
    blame: "name",
  },
  headerFormat: {
    subcode: 2388047,
    title: "Message header format is incorrect",
    sentence: "The message header can't have any new lines, formatting characters, emojis or asterisks.",
  },
  language: {
    subcode: 2388049,
    title: "Language not supported",
    sentence: "The language {0} isn't supported for message templates.",
  },
  buttonMissingFields: {
    subcode: 2388050,
    title: "Button is missing expected field(s)",
    sentence: "Button at index {0} is missing expected field(s) ({1})",
  },
  buttonUrl: {
    subcode: 2388052,
    title: "Button URL format is incorrect",
    sentence: "The URL of the button at index {0} isn't valid: it can have one variable, {{1}}, at its end.",
  },
  buttonFormat: {
    subcode: 2388060,
    title: "Button format is incorrect",
    sentence: "Buttons can't have any variables, newlines, emojis or formatting characters.",
  },
  bodyFormat: {
    subcode: 2388072,
    title: "Message body format is incorrect",
    sentence:
      "The message body can't have more than two consecutive newline characters, only have parameters, or have more than 10 emojis.",
  },
  footerFormat: {
    subcode: 2388073,
    title: "Message footer format is incorrect",
    sentence: "The message footer can't have any variables, new lines or emojis.",
  },
  handleType: {
    subcode: 2388084,
    title: "Header handle file type not supported",
    sentence: "The file type of the header handle, {0}, isn't supported for a header of format {1}.",
  },
  sampleName: {
    subcode: 2388155,
    title: "Message template name is used by a sample template",
    sentence: "The name {0} belongs to a sample message template. Choose another name.",
  },
  unverified: {
    subcode: 2388185,
    title: "Authentication templates need a verified business",
    sentence: "Your business must be verified before it can create authentication templates.",
  },
  wordsRatio: {
    subcode: 2388293,
    title: "Parameters words ratio exceeds limit",
    sentence:
      "This template has too many variables for its length. Reduce the number of variables or increase the message length.",
  },
  edgeVariables: {
    subcode: 2388299,
    title: "Leading or trailing params not allowed",
    sentence: "Variables can't be at the start or end of the template.",
  },
} as const satisfies Record<string, TemplateErrorText>;
