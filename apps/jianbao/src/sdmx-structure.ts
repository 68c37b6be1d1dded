import { unitLabels } from "@jianbao/model";

/** How the values of a component are written: a code of a list, or free. */
type Representation =
  | { readonly type: "codes"; readonly list: string }
  | { readonly type: "String" | "Double" | "Integer" | "ObservationalTimePeriod"; readonly pattern?: string };

/** A column of the SDMX export: what it is in the structure, and how it is written. */
export interface Component {
  readonly id: string;
  readonly role: "dimension" | "time" | "measure" | "attribute";
  readonly name: string;
  readonly representation: Representation;
  /** True for an attribute that may hold several values. */
  readonly several?: true;
}

const agency = "JIANBAO";
const version = "1.0.0";

/** The structure that every row names: agency, id and version. */
export const structureId: string = `${agency}:OBSERVATIONS(${version})`;

/** Code lists by id, each code with its name. */
export const codeLists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CL_SCOPE: {
    aggregate: "A statistic of an area and period",
    case: "A figure of one case, gang or operation",
  },
  CL_RATE: {
    _Z: "Not applicable: a total or a level",
    "per-day": "Average per day",
    "per-month": "Average per month",
    "per-year": "Average per year",
  },
  CL_TIME_COVERAGE: {
    FULL: "The whole of the time period",
    UNTIL: "Up to and including the day; the article does not say from when",
    SINCE: "From the day on; the article does not say until when",
  },
  CL_UNIT: Object.fromEntries(Object.entries(unitLabels).map(([id, labels]) => [id, labels.en || "Other"])),
  // The codes of SDMX's cross-domain list CL_OBS_STATUS that are used here, in its own meaning.
  CL_OBS_STATUS: {
    A: "Normal value",
    E: "Estimated value: the article itself gives it as an estimate (约, 左右)",
    L: "Missing value; data exist but were not collected: the article states a change alone",
    U: "Low reliability: the figure may have been misread and should be compared with the article",
  },
  CL_BOUND: {
    exact: "As printed",
    approx: "About (约, 左右)",
    min: "At least (余, 多, 超, 逾, 以上)",
    max: "At most (近, 不足, 以内)",
    range: "Between OBS_LOW and OBS_HIGH",
  },
};

const text: Representation = { type: "String" };
const codes = (list: string): Representation => ({ type: "codes", list });
/** Codes of SDMX hold no dots: `cases.solved` is written `cases_solved`. */
const code: Representation = { type: "String", pattern: "[A-Za-z0-9_@$-]+" };

/** The components in the order of the columns: dimensions, the measure, attributes. */
export const components: readonly Component[] = [
  { id: "INDICATOR", role: "dimension", name: "Indicator of the subject pack", representation: code },
  { id: "SUBJECT", role: "dimension", name: "Subject of the pack", representation: text },
  { id: "BREAKDOWN", role: "dimension", name: "Part of the whole; _T is the whole", representation: text },
  { id: "REF_AREA", role: "dimension", name: "CN, ISO 3166-2, GB/T 2260 or OVERSEAS", representation: code },
  { id: "SCOPE", role: "dimension", name: "Statistic or single case", representation: codes("CL_SCOPE") },
  { id: "RATE", role: "dimension", name: "Average per unit of time", representation: codes("CL_RATE") },
  { id: "TIME_COVERAGE", role: "dimension", name: "Open ends", representation: codes("CL_TIME_COVERAGE") },
  // What tells apart figures of several articles for one statistic and period: none of them is settled here.
  { id: "OBS_ID", role: "dimension", name: "The statement of one article", representation: code },
  { id: "TIME_PERIOD", role: "time", name: "Period", representation: { type: "ObservationalTimePeriod" } },
  { id: "OBS_VALUE", role: "measure", name: "Value in base units", representation: { type: "Double" } },
  { id: "UNIT_MEASURE", role: "attribute", name: "Unit", representation: codes("CL_UNIT") },
  { id: "UNIT_MULT", role: "attribute", name: "Power of ten of the unit", representation: { type: "Integer" } },
  { id: "OBS_STATUS", role: "attribute", name: "Status", representation: codes("CL_OBS_STATUS") },
  { id: "BOUND", role: "attribute", name: "Hedge", representation: codes("CL_BOUND") },
  { id: "OBS_LOW", role: "attribute", name: "Least that the figure can mean", representation: { type: "Double" } },
  { id: "OBS_HIGH", role: "attribute", name: "Most that the figure can mean", representation: { type: "Double" } },
  { id: "TEXT", role: "attribute", name: "The figure as its article prints it", representation: text },
  { id: "CHANGE", role: "attribute", name: "Changes stated beside it", representation: text, several: true },
  { id: "SOURCE", role: "attribute", name: "Publisher", representation: text },
  { id: "TITLE", role: "attribute", name: "Title of the article", representation: text },
  { id: "PUBLISHED", role: "attribute", name: "Date of publication", representation: text },
  { id: "DOCUMENT", role: "attribute", name: "File and number of the article", representation: text },
];

/** Parts values of one cell: `STRUCTURE[;]` says so in the head. */
export const separator = ";";

/** The structure as an SDMX-JSON 2.0 structure message, as published in docs/schema. */
export function structureMessage(): unknown {
  const urn = (kind: string, id: string): string => `urn:sdmx:org.sdmx.infomodel.${kind}=${agency}:${id}(${version})`;
  const represented = ({ representation, several }: Component): object => ({
    ...(several === true ? { maxOccurs: "unbounded" } : {}),
    ...(representation.type === "codes"
      ? { enumeration: urn("codelist.Codelist", representation.list) }
      : {
          format: {
            dataType: representation.type,
            ...(representation.pattern === undefined ? {} : { pattern: representation.pattern }),
          },
        }),
  });
  const identified = (one: Component): object => ({
    id: one.id,
    conceptIdentity: `${urn("conceptscheme.Concept", "CONCEPTS")}.${one.id}`,
    localRepresentation: represented(one),
  });
  const ofRole = (role: Component["role"]): readonly Component[] => components.filter((one) => one.role === role);
  const [time] = ofRole("time");
  return {
    meta: {
      schema: "https://json.sdmx.org/2.0.0/sdmx-json-structure-schema.json",
      id: "JIANBAO_OBSERVATIONS",
      contentLanguages: ["en"],
      sender: { id: agency },
    },
    data: {
      dataStructures: [
        {
          id: "OBSERVATIONS",
          agencyID: agency,
          version,
          name: "Figures of articles, one a row",
          dataStructureComponents: {
            dimensionList: {
              id: "DimensionDescriptor",
              dimensions: ofRole("dimension").map((one, position) => ({ ...identified(one), position })),
              ...(time === undefined ? {} : { timeDimension: identified(time) }),
            },
            measureList: {
              id: "MeasureDescriptor",
              measures: ofRole("measure").map((one) => ({ ...identified(one), usage: "optional" })),
            },
            attributeList: {
              id: "AttributeDescriptor",
              attributes: ofRole("attribute").map((one) => ({
                ...identified(one),
                usage: "optional",
                attributeRelationship: { observation: {} },
              })),
            },
          },
        },
      ],
      codelists: Object.entries(codeLists).map(([id, list]) => ({
        id,
        agencyID: agency,
        version,
        name: id,
        codes: Object.entries(list).map(([code, name]) => ({ id: code, name })),
      })),
      conceptSchemes: [
        {
          id: "CONCEPTS",
          agencyID: agency,
          version,
          name: "Concepts of the export",
          concepts: components.map(({ id, name }) => ({ id, name })),
        },
      ],
    },
  };
}
