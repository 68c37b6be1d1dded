// Vega measures text and draws on a canvas where there is one; jianbao does both itself.
export const canvas = () => null;
export const domCanvas = () => null;
export const image = () => null;
