import { killSweep } from "./harness/kill-sweep.ts";

killSweep("engine");
