/**
 * The views for those who read the archive with SQL of their own. Names and meanings are kept from version to version:
 * a view may get further columns, and a column that is there stays what it is. `docs/archive.md` describes them.
 *
 * Column names are those of SDMX where it has one, as in the exports.
 */
export const views: string = `
  CREATE VIEW v_articles AS
  SELECT
    s.document AS DOCUMENT,
    a.part AS PART,
    a.metadata ->> '$.title.value' AS TITLE,
    a.metadata ->> '$.publisher.value' AS PUBLISHER,
    a.metadata ->> '$.published.value' AS PUBLISHED,
    a.published_last AS PUBLISHED_LAST,
    a.metadata ->> '$.url.value' AS URL,
    a.metadata ->> '$.area.value.code' AS REF_AREA,
    a.metadata ->> '$.area.value.name' AS AREA_NAME,
    s.format AS FORMAT,
    s.encoding AS ENCODING,
    b.size AS BYTES,
    s.sha256 AS SHA256,
    a.text AS TEXT
  FROM articles a JOIN sources s ON s.id = a.source LEFT JOIN blobs b ON b.id = s.blob;

  -- TIME_PERIOD as SDMX 3.0 writes it: a year, half-year, quarter, month or day, else a start and a duration; where only
  -- one end is known, that day, and TIME_COVERAGE says so. OBS_STATUS of the SDMX code list: L without a level, U doubtful
  -- (confidence under 0.6), E where the text says 约, else A. As in the exports; there the dots of INDICATOR are _.
  CREATE VIEW v_observations AS
  WITH o AS (
    SELECT
      *,
      period_end = date(period_end, '+1 day', 'start of month', '-1 day') AND substr(period_start, 9) = '01' AS whole,
      (substr(period_end, 1, 4) - substr(period_start, 1, 4)) * 12
        + substr(period_end, 6, 2) - substr(period_start, 6, 2) + 1 AS months,
      substr(period_start, 1, 4) AS year,
      CAST(substr(period_start, 6, 2) AS INTEGER) AS month,
      CAST(json ->> '$.confidence' AS REAL) AS confidence
    FROM observations
  )
  SELECT
    o.id AS OBS_ID,
    o.indicator AS INDICATOR,
    o.subject AS SUBJECT,
    o.breakdown AS BREAKDOWN,
    o.area AS REF_AREA,
    o.json ->> '$.area.name' AS AREA_NAME,
    CASE
      WHEN o.period_start IS NULL OR o.period_end IS NULL OR o.period_start = o.period_end
        THEN coalesce(o.period_end, o.period_start)
      WHEN NOT o.whole
        THEN o.period_start || '/P' || CAST(julianday(o.period_end) - julianday(o.period_start) + 1 AS INTEGER) || 'D'
      WHEN o.months = 12 AND o.month = 1 THEN o.year
      WHEN o.months = 6 AND o.month IN (1, 7) THEN o.year || '-S' || ((o.month + 5) / 6)
      WHEN o.months = 3 AND o.month IN (1, 4, 7, 10) THEN o.year || '-Q' || ((o.month + 2) / 3)
      WHEN o.months = 1 THEN substr(o.period_start, 1, 7)
      WHEN o.months % 12 = 0 THEN o.period_start || '/P' || (o.months / 12) || 'Y'
      ELSE o.period_start || '/P' || o.months || 'M'
    END AS TIME_PERIOD,
    CASE
      WHEN o.period_start IS NOT NULL AND o.period_end IS NOT NULL THEN 'FULL'
      WHEN o.period_end IS NOT NULL THEN 'UNTIL'
      WHEN o.period_start IS NOT NULL THEN 'SINCE'
    END AS TIME_COVERAGE,
    o.period_start AS TIME_START,
    o.period_end AS TIME_END,
    o.value AS OBS_VALUE,
    o.low AS OBS_LOW,
    o.high AS OBS_HIGH,
    o.unit AS UNIT_MEASURE,
    CASE
      WHEN o.value IS NULL THEN 'L'
      WHEN o.confidence < 0.6 THEN 'U'
      WHEN o.bound = 'approx' THEN 'E'
      ELSE 'A'
    END AS OBS_STATUS,
    o.bound AS BOUND,
    o.scope AS SCOPE,
    o.rate AS RATE,
    o.json ->> '$.quantity.text' AS FIGURE,
    o.json ->> '$.source.quote' AS QUOTE,
    o.confidence AS CONFIDENCE,
    s.document AS DOCUMENT,
    o.part AS PART,
    a.metadata ->> '$.title.value' AS TITLE,
    a.metadata ->> '$.publisher.value' AS PUBLISHER,
    a.metadata ->> '$.published.value' AS PUBLISHED,
    o.json ->> '$.source.start' AS SOURCE_START,
    o.json ->> '$.source.end' AS SOURCE_END
  FROM o
  JOIN sources s ON s.id = o.source
  JOIN articles a ON a.source = o.source AND a.part = o.part;

  -- What the articles state of changes (同比, 环比): a row a change.
  CREATE VIEW v_changes AS
  SELECT
    o.id AS OBS_ID,
    c.value ->> '$.basis' AS BASIS,
    c.value ->> '$.direction' AS DIRECTION,
    c.value ->> '$.value' AS CHANGE_VALUE,
    c.value ->> '$.low' AS CHANGE_LOW,
    c.value ->> '$.high' AS CHANGE_HIGH,
    c.value ->> '$.unit' AS UNIT_MEASURE,
    c.value ->> '$.bound' AS BOUND,
    c.value ->> '$.text' AS FIGURE,
    s.document AS DOCUMENT,
    o.part AS PART
  FROM observations o JOIN sources s ON s.id = o.source, json_each(o.json, '$.change') c;

  CREATE VIEW v_diagnostics AS
  SELECT
    s.document AS DOCUMENT,
    d.json ->> '$.severity' AS SEVERITY,
    d.json ->> '$.rule' AS RULE,
    d.json ->> '$.message' AS MESSAGE,
    d.json ->> '$.hint' AS HINT
  FROM diagnostics d JOIN sources s ON s.id = d.source;
`;

/** The views of what stands in the workspace's text files, and of which the archive has a copy. */
export const bookViews: string = `
  CREATE VIEW v_decisions AS
  SELECT
    id AS ID,
    json ->> '$.verdict' AS VERDICT,
    json ->> '$.by' AS DECIDED_BY,
    json ->> '$.on' AS DECIDED_ON,
    json ->> '$.why' AS WHY
  FROM decisions;

  -- The signed issues.
  CREATE VIEW v_issues AS
  SELECT
    period AS ISSUE,
    period_start AS TIME_START,
    period_end AS TIME_END,
    CAST(json ->> '$.number' AS INTEGER) AS NUMBER,
    CAST(substr(json ->> '$.number', instr(json ->> '$.number', '/') + 1) AS INTEGER) AS TOTAL,
    json ->> '$.date' AS ISSUE_DATE,
    json ->> '$.signedBy' AS SIGNED_BY,
    json ->> '$.details.signedOn' AS SIGNED_ON,
    json ->> '$.details.articles' AS ARTICLES,
    json ->> '$.details.figures' AS FIGURES
  FROM issues;

  -- The figures that they printed, each with the sentence that it was printed from.
  CREATE VIEW v_printed AS
  SELECT
    issue AS ISSUE,
    id AS FIGURE_ID,
    json ->> '$.key.indicator' AS INDICATOR,
    json ->> '$.key.subject' AS SUBJECT,
    json ->> '$.key.breakdown' AS BREAKDOWN,
    json ->> '$.key.area.code' AS REF_AREA,
    json ->> '$.key.area.name' AS AREA_NAME,
    json ->> '$.period.start' AS TIME_START,
    json ->> '$.period.end' AS TIME_END,
    json ->> '$.value.value' AS OBS_VALUE,
    json ->> '$.value.low' AS OBS_LOW,
    json ->> '$.value.high' AS OBS_HIGH,
    json ->> '$.key.unit' AS UNIT_MEASURE,
    json ->> '$.value.bound' AS BOUND,
    json ->> '$.key.rate' AS RATE,
    json ->> '$.value.text' AS FIGURE,
    json ->> '$.basis.id' AS OBS_ID,
    json ->> '$.basis.document' AS DOCUMENT,
    json ->> '$.basis.quote' AS QUOTE
  FROM printed;
`;
