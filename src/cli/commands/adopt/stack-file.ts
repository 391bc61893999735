import { MycobotError } from "../../../errors/index.ts";
import type { WireTemplate } from "../../../gateway/index.ts";
import { compareTemplates, type TemplateBody } from "../../../model/template/index.ts";
import {
  addedTo,
  checkStackText,
  NotABlock,
  StackError,
  stackText,
  type TemplateEntry,
  templateEntries,
  type WrittenProfile,
} from "../../../stack/index.ts";
import type { Stack } from "../../../stack/types.ts";
import type { Context } from "../../context.ts";
import { UsageError } from "../../usage-error.ts";
import { writtenTemplate } from "./declarations.ts";
import type { AdoptableAccount } from "./read-account.ts";
import type { Samples } from "./samples.ts";
import type { Target } from "./target.ts";

/** The key of the connection in a new stack file. */
const CONNECTION_KEY = "whatsapp";

/** A stack file that is not written yet. */
export interface AdoptedStack {
  text: string;
  stack: Stack;
  entries: TemplateEntry[];
  /** Those that the file declares. */
  templates: readonly WireTemplate[];
  /** Templates that no declaration can express, and why. */
  unfit: { template: WireTemplate; reason: string }[];
}

/** The stack file for these templates and profiles. One template that no declaration can express does not stop the others. */
export class StackFileWriter {
  readonly #account: AdoptableAccount;
  readonly #target: Target;
  readonly #samples: Samples;
  readonly #profiles: readonly WrittenProfile[];
  readonly #context: Context;

  constructor(
    account: AdoptableAccount,
    target: Target,
    samples: Samples,
    profiles: readonly WrittenProfile[],
    context: Context,
  ) {
    this.#account = account;
    this.#target = target;
    this.#samples = samples;
    this.#profiles = profiles;
    this.#context = context;
  }

  async write(templates: readonly WireTemplate[]): Promise<AdoptedStack> {
    const all = await this.#attempt(templates);
    if (!(all instanceof MycobotError)) return all;
    const outcomes: { template: WireTemplate; alone: AdoptedStack | MycobotError }[] = [];
    for (const template of templates) outcomes.push({ template, alone: await this.#attempt([template]) });
    const unfit = outcomes.flatMap(({ template, alone }) =>
      alone instanceof MycobotError ? [{ template, reason: alone.message }] : [],
    );
    const fit = outcomes.filter(({ alone }) => !(alone instanceof MycobotError)).map(({ template }) => template);
    const rest = unfit.length === 0 || fit.length === 0 ? all : await this.#attempt(fit);
    if (rest instanceof MycobotError) throw rest;
    return { ...rest, unfit };
  }

  /** The error says which template is at fault. */
  async #attempt(templates: readonly WireTemplate[]): Promise<AdoptedStack | MycobotError> {
    const { place, existing } = this.#target;
    const written = templates.map((template) => writtenTemplate(template, this.#samples));
    const taken = new Set(existing?.stack.templates.map(({ key }) => key));
    const entries = templateEntries(written, place, existing?.stack.settings.namePrefix, taken);
    const text = existing === undefined ? this.#newText(entries) : this.#extended(existing.text, entries);
    const { name, issues, stack } = await checkStackText(place, text, { cwd: this.#context.io.cwd });
    if (issues.some(({ code }) => code === "file-too-large")) throw tooLarge(text);
    if (stack === undefined) return StackError.invalid(name, issues);
    return firstDifference(stack, templates) ?? { text, stack, entries, templates, unfit: [] };
  }

  #newText(templates: readonly TemplateEntry[]): string {
    const { waba, connection } = this.#account;
    const day = new Date(this.#context.clock.now()).toISOString().slice(0, 10);
    return stackText({
      comments: [`Written by mycobot adopt from WhatsApp Business account ${waba} on ${day}.`],
      account: { waba, connection: CONNECTION_KEY },
      connections: { [CONNECTION_KEY]: connection.connection_id },
      profiles: this.#profiles,
      templates,
    });
  }

  #extended(text: string, templates: readonly TemplateEntry[]): string {
    try {
      return addedTo(text, { templates, profiles: this.#profiles });
    } catch (error) {
      if (!(error instanceof NotABlock)) throw error;
      const message = `Cannot add to the stack file: ${error.message}.`;
      throw new UsageError(message, "Write it with one key per line. Nothing was written.");
    }
  }
}

function tooLarge(text: string): UsageError {
  return new UsageError(
    `The templates need ${Buffer.byteLength(text)} bytes, more than a stack file may have.`,
    "Nothing was written. Delete templates that are no longer used, or declare some of them in other stack files first.",
  );
}

/** A declaration that differs from the account: its import would plan a change. */
function firstDifference(stack: Stack, templates: readonly WireTemplate[]): MycobotError | undefined {
  const declared = new Map(stack.templates.map(({ body }) => [`${body.name}/${body.language}`, body]));
  for (const template of templates) {
    const identity = `${template.name}/${template.language}`;
    const body = declared.get(identity);
    // The gateway has checked the outline of the template.
    if (body !== undefined && compareTemplates(body, template as unknown as TemplateBody).equal) continue;
    const message = `The declaration of ${identity} would differ from the account`;
    return new MycobotError("MYCO_INTERNAL", message, { hint: "This is a bug in Mycobot: please report it." });
  }
  return undefined;
}
