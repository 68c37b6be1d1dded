import type { Face } from "./face.ts";

/** A glyph with the face it was found in. */
export interface FoundGlyph {
  readonly face: Face;
  /** 0 (`.notdef`) where no face has the character. */
  readonly glyph: number;
}

/** A face that is opened when it is first asked for: most documents need no fall-back. */
export interface UnopenedFace {
  readonly id: string;
  open(): Face;
}

/** Which faces stand in where one lacks a character. */
export interface FallbackOptions {
  /** For all faces, in turn. */
  readonly fallback?: readonly string[];
  /** For single faces, by their ids, before those for all. */
  readonly fallbackOf?: Readonly<Record<string, readonly string[]>>;
}

/** The faces of a document, by id, and those that stand in where one lacks a character. */
export class FaceSet {
  readonly #faces: Map<string, Face | UnopenedFace>;
  readonly #fallback: readonly string[];
  readonly #fallbackOf: ReadonlyMap<string, readonly string[]>;

  /** Throws where two faces have one id, or where a fall-back is not among the faces. */
  constructor(faces: readonly (Face | UnopenedFace)[], options: FallbackOptions = {}) {
    const byId = new Map<string, Face | UnopenedFace>();
    for (const face of faces) {
      if (byId.has(face.id)) throw new RangeError(`two faces have the id ${face.id}`);
      byId.set(face.id, face);
    }
    this.#faces = byId;
    const { fallback = [], fallbackOf = {} } = options;
    this.#fallback = fallback;
    this.#fallbackOf = new Map(Object.entries(fallbackOf).map(([id, own]) => [id, [...own, ...fallback]]));
    for (const id of [...fallback, ...Object.values(fallbackOf).flat()]) if (!byId.has(id)) throw this.#unknown(id);
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
    let face = this.#faces.get(id);
    if (face === undefined) throw this.#unknown(id);
    if ("open" in face) {
      face = face.open();
      this.#faces.set(id, face);
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
    const fallback = this.#fallback;
    for (const other of this.#fallbackOf.get(id) ?? fallback) {
      const stand = this.get(other).glyphOf(codePoint);
      if (stand !== 0) return { face: this.get(other), glyph: stand };
    }
    return { face, glyph: 0 };
  }

  #unknown(id: string): RangeError {
    return new RangeError(`unknown face: ${id} (known: ${[...this.#faces.keys()].join(", ") || "none"})`);
  }
}
