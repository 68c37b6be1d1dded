import { unreachable } from "@jianbao/model";
import { type Frame, type Rectangle, rounded } from "../page/page.ts";

/** Where the top left corner of a page comes to lie, and how large it is there. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A frame of a page as it stands where the page is put. */
export function scaledFrame(frame: Frame, placement: Placement): Frame {
  const { scale } = placement;
  const at = { x: rounded(placement.x + frame.x * scale), y: rounded(placement.y + frame.y * scale) };
  switch (frame.type) {
    case "text":
      return {
        ...frame,
        ...at,
        size: rounded(frame.size * scale),
        xs: frame.xs.map((x) => rounded(x * scale)),
        ...(frame.clip === undefined ? {} : { clip: scaledRectangle(frame.clip, placement) }),
      };
    case "path":
      return {
        ...frame,
        ...at,
        scale: frame.scale * scale,
        ...(frame.clip === undefined ? {} : { clip: scaledRectangle(frame.clip, placement) }),
      };
    case "box":
    case "link":
    case "extent":
      return { ...frame, ...scaledRectangle(frame, placement) };
    case "place":
      return { ...frame, ...at };
    default:
      return unreachable(frame);
  }
}

function scaledRectangle({ x, y, width, height }: Rectangle, placement: Placement): Rectangle {
  const { scale } = placement;
  return {
    x: rounded(placement.x + x * scale),
    y: rounded(placement.y + y * scale),
    width: rounded(width * scale),
    height: rounded(height * scale),
  };
}
