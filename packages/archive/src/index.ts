export { Archive, archiveFiles, openArchive } from "./archive.ts";
export { ArchiveError, type ArchiveFailure } from "./error.ts";
export {
  type ArchivedDecision,
  type Issue,
  type ObservationFilter,
  type PrintedFigure,
  type Publication,
  type SearchHit,
  type SourceRecord,
  recordKey,
} from "./record.ts";

/** Version of the package's output: part of every cache key. */
export const version = 1;
