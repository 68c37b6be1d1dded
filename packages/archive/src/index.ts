export { Archive, type ArchiveOptions, archiveFiles, openArchive } from "./archive.ts";
export { replaceArchive } from "./replace.ts";
export { ArchiveError, type ArchiveFailure } from "./error.ts";
export {
  type ArchiveSize,
  type ArchivedDecision,
  type Issue,
  type ObservationFilter,
  type PrintedFigure,
  type Publication,
  type SearchHit,
  type SourceRecord,
  type SourceState,
  recordKey,
  version,
} from "./record.ts";
export { type StoredRecord, storedRecord } from "./stored.ts";
export { searchTerms } from "./search.ts";
