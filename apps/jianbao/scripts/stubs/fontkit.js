// PDFKit opens fonts with fontkit; jianbao hands it faces of its own.
export const create = () => {
  throw new Error("fonts are opened by jianbao, not by fontkit");
};
export default { create };
