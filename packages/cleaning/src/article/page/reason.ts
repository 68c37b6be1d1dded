/** Why a line is not of the article. */
export interface Foreign {
  readonly rule: string;
  readonly reason: string;
  readonly score: number;
}
