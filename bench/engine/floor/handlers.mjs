// The handlers of the floor. They check, compare and send nothing, and return results of the same size as the
// product's.
import { readFileSync } from "node:fs";

/** The outputs of the product that are not inputs. */
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
