export { type Area, china, overseas } from "./area.ts";
export {
  type AreaMention,
  type ShortName,
  areaByCode,
  areaOf,
  findAreas,
  findShortNames,
  isWithin,
  parentOf,
} from "./area-list.ts";
export { type ArticleRecord, articleRecordOf } from "./article-record.ts";
export type {
  ArticleFacts,
  ArticleMetadata,
  CleanArticle,
  Doubt,
  Found,
  PlaceRole,
  Removal,
  Repair,
  SourceFormat,
  SourcePlace,
  StrayBytes,
  SourceText,
} from "./article.ts";
export {
  type IsoDate,
  type PartialDate,
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  firstDay,
  isoDate,
  lastDay,
  parsePartialDate,
} from "./date.ts";
export {
  type Decimal,
  add,
  compareDecimals,
  decimalOf,
  divide,
  formatDecimal,
  multiply,
  parseDecimal,
  round,
  shift,
  subtract,
  toNumber,
} from "./decimal.ts";
export { type Diagnostic, type Severity, isAtLeast } from "./diagnostic.ts";
export type { Campaign, DomainPack, Indicator, Organisation, PackBriefing, Subject, Theme } from "./domain.ts";
export { type Edit, applyEdits } from "./edit.ts";
export { type Labels, type Language, labelIn, languages } from "./language.ts";
export { nearest } from "./nearest.ts";
export { type Observation, type ObservationSource, type Rate, type Scope, seriesKey } from "./observation.ts";
export {
  type ClosedPeriod,
  type IssuePeriod,
  type Period,
  isClosed,
  isWholeMonths,
  isWholeYear,
  monthsOf,
  parseIssuePeriod,
  periodKey,
  samePeriod,
  yearsEarlier,
} from "./period.ts";
export type { Bound, Change, ChangeBasis, Quantity } from "./quantity.ts";
export { type Edge, SourceMap } from "./source-map.ts";
export { type Span, overlaps, spanWithin } from "./span.ts";
export { isCurrency, type Unit, unitLabels } from "./unit.ts";
export { unreachable } from "./unreachable.ts";
export { WordIndex } from "./word-index.ts";
