import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ForeignClient } from "./foreign-client.ts";

/** How a Python client is installed from its `requirements.txt` and how its `try_all.py` is run. */
export function python(scripts: string): Pick<ForeignClient, "pin" | "install" | "run" | "env"> {
  const requirements = join(scripts, "requirements.txt");
  return {
    pin: readFileSync(requirements, "utf8"),
    install: (folder) =>
      ["python3", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"].concat([
        "--no-deps",
        "--only-binary=:all:",
        "--target",
        folder,
        "--requirement",
        requirements,
      ]),
    run: () => ["python3", join(scripts, "try_all.py")],
    env: (folder) => ({ PYTHONPATH: `${folder}:${import.meta.dirname}`, PYTHONDONTWRITEBYTECODE: "1" }),
  };
}
