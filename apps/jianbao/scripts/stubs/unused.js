// Parts of PDFKit that jianbao does not call: its line breaker, its PNG reader, its encryption.
const unused = () => {
  throw new Error("not bundled: jianbao sets lines and paints itself");
};
export const cbc = unused;
export const ecb = unused;
export default unused;
