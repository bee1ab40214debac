/**
 * Where a JSON text goes wrong. JSON.parse knows, but says so differently in every Node version, or not at
 * all.
 */

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a JSON text, and where: its grammar, or a key that stands twice in one object. */
export type JsonFault =
  | ({ readonly what: "syntax" } & Place)
  | ({ readonly what: "key_twice"; readonly key: string } & Place);

const SPACE = /[ \t\n\r]*/y;
const TEXT = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** Deeper than any plan; a walk that calls itself needs an end. */
const MOST_DEPTH = 200;

class Wrong {
  constructor(
    readonly at: number,
    readonly key: string | null = null,
  ) {}
}

class Walker {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): void {
    this.value(0);
    if (this.at < this.text.length) throw new Wrong(this.at);
  }

  private value(depth: number): void {
    this.take(SPACE);
    if (depth > MOST_DEPTH) throw new Wrong(this.at);
    const sign = this.text[this.at];
    if (sign === "{") this.list("}", () => this.member(depth, this.keys));
    else if (sign === "[") this.list("]", () => this.value(depth + 1));
    else if (this.take(sign === '"' ? TEXT : PLAIN) === null) throw new Wrong(this.at);
    this.take(SPACE);
  }

  private keys = new Set<string>();

  private member(depth: number, keys: Set<string>): void {
    this.take(SPACE);
    const start = this.at;
    const text = this.take(TEXT);
    if (text === null) throw new Wrong(this.at);
    const key = JSON.parse(text) as string;
    if (keys.has(key)) throw new Wrong(start, key);
    keys.add(key);
    this.take(SPACE);
    this.sign(":");
    this.value(depth + 1);
  }

  /**
   * Entries with commas between them, up to the closing sign; an object's keys are watched while it lasts.
   */
  private list(close: "}" | "]", entry: () => void): void {
    const outer = this.keys;
    this.keys = new Set();
    this.at += 1;
    this.take(SPACE);
    if (this.text[this.at] !== close) {
      entry();
      while (this.text[this.at] === ",") {
        this.at += 1;
        entry();
      }
    }
    this.sign(close);
    this.keys = outer;
  }

  private sign(sign: string): void {
    if (this.text[this.at] !== sign) throw new Wrong(this.at);
    this.at += 1;
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at += found[0].length;
    return found[0];
  }
}

/**
 * The first fault of a JSON text, null where there is none. Lines and columns count from 1, columns in
 * characters.
 */
export function jsonFault(text: string): JsonFault | null {
  try {
    new Walker(text).whole();
    return null;
  } catch (wrong) {
    if (!(wrong instanceof Wrong)) throw wrong;
    const lines = text.slice(0, wrong.at).split("\n");
    const place = { line: lines.length, column: [...(lines.at(-1) as string)].length + 1 };
    return wrong.key === null
      ? { what: "syntax", ...place }
      : { what: "key_twice", key: wrong.key, ...place };
  }
}
