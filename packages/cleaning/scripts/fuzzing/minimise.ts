/** Leaves out as much of an input as it can while it still fails: halves first, then smaller and smaller pieces. */
export async function minimised(
  bytes: Uint8Array,
  fails: (bytes: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array> {
  let small = bytes;
  let tries = 0;
  for (let size = Math.ceil(small.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < small.length && tries < 2000;) {
      const less = new Uint8Array(small.length - Math.min(size, small.length - at));
      less.set(small.subarray(0, at));
      less.set(small.subarray(Math.min(small.length, at + size)), at);
      tries++;
      if (await fails(less)) small = less;
      else at += size;
    }
  }
  return small;
}
