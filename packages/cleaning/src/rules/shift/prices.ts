/** What each kind of damage costs to believe, in bits. */
export const price = {
  /** A1, the lead of 。 before ” or “, is the byte that is known to get lost. */
  markForA1: 1,
  mark: 8,
  /** The bytes of a mark across two characters were taken for it, with `?` for the byte before it or without. */
  markAcross: 3.5,
  silentAcross: 3.5,
  replacement: 4,
  lost: 10,
  lostAndDropped: 11.5,
  /** A second byte is lost less often. */
  lostTrail: 13,
  /** A byte too many has one of 256 values. */
  inserted: 19,
  between: 19,
  replaced: 19,
  gloss: 2,
  /** What is left of a gloss, unexplained. */
  leftGloss: 16,
  /** A gloss behind a character that is not read so. */
  misread: 12,
  /** A capital, or any other ASCII character, that its neighbour swallowed. */
  letter: 6,
  oddLetter: 12,
  /** A full-width space before a bracket. */
  space: 3,
  /** A full-width letter or figure that was made half-width. */
  widened: 4,
  /** A letter or symbol of another script. */
  symbol: 10,
  swallowed: 1,
  keptLead: 1,
  lostLead: 3,
  lostPair: 1,
  /** A byte alone before a mark at which the text was read apart. */
  beforeMark: 1,
  /** That the page was cleaned at all, where nothing has shown it yet: what more was dropped follows from it. */
  dropped: 1.5,
  /** The same two characters as where a pair was proved to be dropped. */
  droppedAgain: -4,
  /** A character that none of the common ones is, and two of which a pair was dropped. */
  unknown: 13,
  unknownPair: 18,
  secondLoss: 13,
  secondInsertion: 21,
  /** A line that ends with a mark that opens or joins. */
  badEnd: 9,
  /** A quotation mark or bracket without its fellow in the paragraph. */
  unpaired: 10,
  /** An ASCII character that went with a first byte, as the digit that it mostly is: any of ten. */
  unknownDigit: 4,
} as const;
