/** The members of a world as the world knows them: who brought whom, where they buy, what they will do. */
import type { Chance } from "./chance.ts";
import type { Behaviour, Referral } from "./world.ts";

const NOBODY = -1;

/** Members are numbered from 0 in the order they join; everything about them stands at their number. */
export class People {
  readonly ids: string[] = [];
  /** Number of the store of the first purchase. */
  readonly homes: number[] = [];
  readonly groups: number[] = [];
  /** Members of each group by number. */
  readonly byGroup: readonly number[][];
  private readonly sponsors: number[] = [];
  /** 1 for those who sold in panic and are not seen again. */
  private readonly left: boolean[] = [];
  private readonly bounds: readonly number[];

  constructor(
    private readonly referral: Referral,
    behaviours: readonly Behaviour[],
    private readonly chance: Chance,
  ) {
    let sum = 0;
    this.bounds = behaviours.map(({ share }) => {
      sum += share;
      return sum;
    });
    this.byGroup = behaviours.map(() => []);
  }

  get count(): number {
    return this.ids.length;
  }

  /** One more member; answers his number. */
  join(home: number): number {
    const number = this.ids.length;
    this.sponsors.push(this.chooseSponsor());
    this.ids.push(`m${number + 1}`);
    this.homes.push(home);
    this.left.push(false);
    const group = this.drawGroup();
    this.groups.push(group);
    this.byGroup[group]?.push(number);
    return number;
  }

  /** The id of the member whose code he brought; null where he brought none. */
  sponsorOf(number: number): string | null {
    return this.ids[this.sponsors[number] ?? NOBODY] ?? null;
  }

  leave(number: number): void {
    this.left[number] = true;
  }

  isHere(number: number): boolean {
    return this.left[number] === false;
  }

  /** Any member; there is at least one. */
  any(): number {
    return this.chance.below(this.ids.length);
  }

  private chooseSponsor(): number {
    const { count, referral, chance } = this;
    if (count === 0 || !chance.happens(referral.share)) return NOBODY;
    if (referral.choose === "recent") {
      const newest = Math.ceil(count / 10);
      return count - 1 - chance.below(newest);
    }
    const found = this.any();
    // Whoever brought a member drawn at random is the likelier chosen the more he brought.
    const popular = referral.choose === "popular" && chance.happens(500_000);
    const above = this.sponsors[found] ?? NOBODY;
    return popular && above !== NOBODY ? above : found;
  }

  private drawGroup(): number {
    if (this.bounds.length === 1) return 0;
    const drawn = this.chance.below(1_000_000);
    return this.bounds.findIndex((bound) => drawn < bound);
  }
}
