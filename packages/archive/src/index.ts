export { Archive, type ArchiveOptions, archiveFiles, openArchive } from "./archive.ts";
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
  version,
} from "./record.ts";
