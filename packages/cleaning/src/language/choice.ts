/** Characters one of which stands somewhere, with all that is known of each, so that they are weighed at once. */
export interface Choice {
  readonly characters: readonly string[];
  /** All places of them. */
  readonly all: Uint16Array;
  /** Their code units, folded. */
  readonly units: Uint16Array;
  /** Their numbers in the table of words; 0 for what it does not have. */
  readonly numbers: Uint16Array;
  /** How much of what is no word each is. */
  readonly shares: Float64Array;
  /** The words that begin with each: from one to another. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 for marks. */
  readonly marks: Uint8Array;
  /** Their numbers in the page and what their forms cost there, and how much had been learnt of it then. */
  readonly own: Uint16Array;
  readonly forms: Float64Array;
  learnt: number;
  /** Room for what a text costs with each of them that is weighed. */
  readonly bits: Float64Array;
}
