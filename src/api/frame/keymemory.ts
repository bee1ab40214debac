/** Who holds which credential, believed for a moment: a till asks many times a second. */
import { hash } from "node:crypto";
import type { Actor, Credential, People } from "../services.ts";

/** Most credentials remembered at once; beyond it the oldest go. */
const MOST = 10_000;

export class KeyMemory {
  private readonly kept = new Map<string, { readonly actor: Actor; readonly until: number }>();

  constructor(
    private readonly people: People,
    /** Milliseconds a credential is believed; the longest a withdrawn one still works. */
    private readonly span: number,
  ) {}

  /** Who holds it, where that was asked a moment ago. */
  known(credential: Credential): Actor | undefined {
    const name = nameOf(credential);
    const found = this.kept.get(name);
    if (found === undefined) return undefined;
    if (found.until > performance.now()) return found.actor;
    this.kept.delete(name);
    return undefined;
  }

  /** Asks. Nobody is not remembered: a key made this second works this second. */
  async ask(credential: Credential): Promise<Actor | null> {
    const actor = await this.people.actorOf(credential);
    if (actor !== null && credential.by === "key") {
      const oldest = this.kept.size < MOST ? undefined : this.kept.keys().next().value;
      if (oldest !== undefined) this.kept.delete(oldest);
      this.kept.set(nameOf(credential), { actor, until: performance.now() + this.span });
    }
    return actor;
  }
}

/** The token itself is not kept, so that no dump of memory holds a list of them. */
function nameOf({ by, token }: Credential): string {
  return by + hash("sha256", token, "base64");
}
