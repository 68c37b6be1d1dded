export { contrastOf, greyOf } from "./contrast.ts";
export { documentFromJson, documentToJson } from "./json.ts";
export type {
  Block,
  Data,
  Document,
  DocumentProperties,
  Emphasis,
  Figure,
  Footnote,
  Heading,
  Imprint,
  Inline,
  LineBreak,
  Link,
  List,
  ListItem,
  PageBreak,
  PageReference,
  Paragraph,
  Quotation,
  Reference,
  Running,
  Section,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  Text,
  Time,
} from "./node.ts";
export {
  type FontFamily,
  type PageGrid,
  type PageSettings,
  type Role,
  type ScreenSettings,
  type Theme,
  nodeRoles,
} from "./theme.ts";
export { parseTheme } from "./parse-theme.ts";
export { type ResolvedRole, roleNameOf, roleOf } from "./role.ts";
export { type ThemeProperty, namedSizes, pageProperties, roleProperties, screenProperties } from "./theme-property.ts";
export { themeJsonSchema } from "./theme-schema.ts";
export { type Target, referredTo, targetsOf } from "./target.ts";
export { textOf } from "./text.ts";
export { pathOf, validate } from "./validate.ts";
export { type AnyNode, childrenOf, walk } from "./walk.ts";
