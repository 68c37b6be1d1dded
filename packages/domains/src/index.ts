export { type FileName, fileNames, packJsonSchema, schemaFileName } from "./pack-file.ts";
export { type PackOptions, parsePack } from "./pack.ts";
export { skeletonOf } from "./skeleton.ts";
