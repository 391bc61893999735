// The floor's handlers: nothing is checked, compared, asked or sent. What they answer has the size of what the product answers.
import { readFileSync } from "node:fs";

/** What the product's outputs hold beside the inputs. */
const { facts } = JSON.parse(readFileSync(new URL("./resources.json", import.meta.url), "utf8"));

const inputsOf = (props) => Object.fromEntries(Object.entries(props).filter(([key]) => !(key in facts)));

export const template = {
  check: (_olds, news) => ({ inputs: news }),
  diff: () => ({ changes: false }),
  create: (inputs) => ({ id: `${inputs.waba}/${inputs.name}/${inputs.language}`, outs: { ...inputs, ...facts } }),
  read: (id, props) => ({ id, props, inputs: inputsOf(props) }),
  update: (_id, _olds, news) => ({ outs: { ...news, ...facts } }),
  delete: () => {},
};
