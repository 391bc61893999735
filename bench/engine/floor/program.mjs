// The floor: a program that only registers the resources in `resources.json`, with the handler string of the product,
// so that the engine and Pulumi's SDK process the same payload.
import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";

class Floor extends pulumi.CustomResource {}

const { type, resources } = JSON.parse(readFileSync(new URL("./resources.json", import.meta.url), "utf8"));
for (const { name, inputs } of resources) new Floor(type, name, inputs);
