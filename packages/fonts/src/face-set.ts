import type { Face } from "./face.ts";

/** A glyph with the face it was found in. */
export interface FoundGlyph {
  readonly face: Face;
  /** 0 (`.notdef`) where no face has the character. */
  readonly glyph: number;
}

/** The faces of a document, by id, and those that stand in where one lacks a character. */
export class FaceSet {
  readonly #faces: ReadonlyMap<string, Face>;
  readonly #fallback: readonly Face[];

  /** Throws where two faces have one id, or where a fall-back is not among the faces. */
  constructor(faces: readonly Face[], options: { readonly fallback?: readonly string[] } = {}) {
    const byId = new Map<string, Face>();
    for (const face of faces) {
      if (byId.has(face.id)) throw new RangeError(`two faces have the id ${face.id}`);
      byId.set(face.id, face);
    }
    this.#faces = byId;
    this.#fallback = (options.fallback ?? []).map((id) => this.get(id));
  }

  /** Ids of all faces, in the order they were given. */
  ids(): readonly string[] {
    return [...this.#faces.keys()];
  }

  has(id: string): boolean {
    return this.#faces.has(id);
  }

  /** A face by its id; throws where there is none. */
  get(id: string): Face {
    const face = this.#faces.get(id);
    if (face === undefined) {
      throw new RangeError(`unknown face: ${id} (known: ${[...this.#faces.keys()].join(", ") || "none"})`);
    }
    return face;
  }

  /**
   * Finds the glyph of a code point in the wanted face, or else in the first fall-back that has it.
   * Where none has it, the answer is glyph 0 of the wanted face: the caller reports it.
   */
  find(id: string, codePoint: number): FoundGlyph {
    const face = this.get(id);
    const glyph = face.glyphOf(codePoint);
    if (glyph !== 0) return { face, glyph };
    for (const other of this.#fallback) {
      const stand = other.glyphOf(codePoint);
      if (stand !== 0) return { face: other, glyph: stand };
    }
    return { face, glyph: 0 };
  }
}
