/**
 * What rows say about members and stores must agree from row to row: one sponsor a member, no circles, one
 * division code a store. The first row in the order of time is believed, those that contradict it are not.
 */
import type { BadCode } from "./sentences.ts";

export interface Contradiction {
  readonly code: BadCode;
  /** The line that said otherwise first; 0 where no single line did. */
  readonly other: number;
}

export class SponsorClaims {
  private readonly said = new Map<string, { sponsor: string; line: number }>();
  /** Member → somebody above him; shortened on the way, so that long chains cost nothing. */
  private readonly above = new Map<string, string>();

  /** Null when the claim agrees with all before it. */
  claim(member: string, sponsor: string, line: number): Contradiction | null {
    const before = this.said.get(member);
    if (before !== undefined)
      return before.sponsor === sponsor ? null : { code: "sponsor_conflict", other: before.line };
    if (this.top(sponsor) === member) return { code: "sponsor_cycle", other: 0 };
    this.said.set(member, { sponsor, line });
    this.above.set(member, sponsor);
    return null;
  }

  private top(from: string): string {
    let at = from;
    for (;;) {
      const up = this.above.get(at);
      if (up === undefined) return at;
      const further = this.above.get(up);
      if (further === undefined) return up;
      this.above.set(at, further);
      at = further;
    }
  }
}

export class RegionClaims {
  private readonly said = new Map<string, { region: string; line: number }>();

  claim(merchant: string, region: string, line: number): Contradiction | null {
    const before = this.said.get(merchant);
    if (before === undefined) this.said.set(merchant, { region, line });
    return before === undefined || before.region === region
      ? null
      : { code: "region_conflict", other: before.line };
  }
}
