/** A template of WhatsApp's library, to be created by its name (`library_template_name`). Unknown fields are kept. */
export interface LibraryTemplate {
  name: string;
  language: string;
  category?: string;
  topic?: string;
  usecase?: string;
  industry?: string[];
  header?: string;
  body?: string;
  /** Samples of the body's variables. */
  body_params?: string[];
  body_param_types?: string[];
  buttons?: { type: string; text?: string; url?: string; phone_number?: string }[];
  id?: string;
  [field: string]: unknown;
}
