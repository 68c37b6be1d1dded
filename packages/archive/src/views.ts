/**
 * The views for those who read the archive with SQL of their own. Names and meanings are kept from version to version:
 * a view may get further columns, and a column that is there stays what it is. `docs/archive.md` describes them.
 *
 * Column names are those of SDMX where it has one, as in the exports.
 */
export const views = `
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

  -- TIME_PERIOD as SDMX writes it: a year, a half-year, a quarter, a month, a day, else a start with a duration (ISO 8601).
  -- OBS_STATUS of the SDMX code list: A as stated, E hedged by the text (约, 余, 近), L without a level.
  CREATE VIEW v_observations AS
  SELECT
    o.id AS OBS_ID,
    o.indicator AS INDICATOR,
    o.subject AS SUBJECT,
    o.breakdown AS BREAKDOWN,
    o.area AS REF_AREA,
    o.json ->> '$.area.name' AS AREA_NAME,
    CASE
      WHEN o.period_start IS NULL OR o.period_end IS NULL THEN NULL
      WHEN o.period_start = o.period_end THEN o.period_start
      WHEN substr(o.period_start, 9) = '01' THEN
        CASE o.period_end
          WHEN date(o.period_start, '+1 month', '-1 day') THEN substr(o.period_start, 1, 7)
          WHEN date(o.period_start, '+12 months', '-1 day') THEN
            CASE WHEN substr(o.period_start, 6, 2) = '01' THEN substr(o.period_start, 1, 4) ELSE o.period_start || '/P12M' END
          WHEN date(o.period_start, '+3 months', '-1 day') THEN
            CASE WHEN substr(o.period_start, 6, 2) IN ('01', '04', '07', '10')
              THEN substr(o.period_start, 1, 4) || '-Q' || (substr(o.period_start, 6, 2) + 2) / 3
              ELSE o.period_start || '/P3M' END
          WHEN date(o.period_start, '+6 months', '-1 day') THEN
            CASE WHEN substr(o.period_start, 6, 2) IN ('01', '07')
              THEN substr(o.period_start, 1, 4) || '-S' || (substr(o.period_start, 6, 2) + 5) / 6
              ELSE o.period_start || '/P6M' END
          WHEN date(o.period_end, '+1 day', 'start of month', '-1 day') THEN
            o.period_start || '/P' || (
              (substr(o.period_end, 1, 4) - substr(o.period_start, 1, 4)) * 12
              + substr(o.period_end, 6, 2) - substr(o.period_start, 6, 2) + 1
            ) || 'M'
          ELSE o.period_start || '/P' || CAST(julianday(o.period_end) - julianday(o.period_start) + 1 AS INTEGER) || 'D'
        END
      ELSE o.period_start || '/P' || CAST(julianday(o.period_end) - julianday(o.period_start) + 1 AS INTEGER) || 'D'
    END AS TIME_PERIOD,
    o.period_start AS TIME_START,
    o.period_end AS TIME_END,
    o.value AS OBS_VALUE,
    o.low AS OBS_LOW,
    o.high AS OBS_HIGH,
    o.unit AS UNIT_MEASURE,
    CASE WHEN o.value IS NULL THEN 'L' WHEN o.bound = 'exact' THEN 'A' ELSE 'E' END AS OBS_STATUS,
    o.bound AS BOUND,
    o.scope AS SCOPE,
    o.rate AS RATE,
    o.json ->> '$.quantity.text' AS FIGURE,
    o.json ->> '$.source.quote' AS QUOTE,
    CAST(o.json ->> '$.confidence' AS REAL) AS CONFIDENCE,
    s.document AS DOCUMENT,
    o.part AS PART,
    a.metadata ->> '$.title.value' AS TITLE,
    a.metadata ->> '$.publisher.value' AS PUBLISHER,
    a.metadata ->> '$.published.value' AS PUBLISHED,
    o.json ->> '$.source.start' AS SOURCE_START,
    o.json ->> '$.source.end' AS SOURCE_END
  FROM observations o
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
