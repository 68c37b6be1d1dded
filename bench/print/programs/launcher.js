// Starts the bundle as the command line's launcher does: compiled code is kept, and the nursery is large.
import { enableCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";

enableCompileCache();
setFlagsFromString("--min-semi-space-size=16");
await import("./jianbao.mjs");
