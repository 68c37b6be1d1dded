import { csvColumns } from "./csv.ts";

/** The columns of the observations as CSV, as a Table Schema (Frictionless Data), as published in docs/schema. */
export function csvTableSchema(): unknown {
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: csvColumns.map(({ name, type, description }) => ({ name, type, description })),
    missingValues: [""],
    primaryKey: ["ID"],
  };
}
