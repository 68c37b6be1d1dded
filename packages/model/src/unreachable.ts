/** Ends a `switch` over a closed union: a new member fails to compile here, a wrong value at run time throws. */
export function unreachable(value: never): never {
  throw new TypeError(`unexpected value: ${JSON.stringify(value)}`);
}
