/** The bank of a card 发卡行 by its first six digits: the large banks alone, as a hint to whoever pays. */

const BANKS: Readonly<Record<string, readonly string[]>> = {
  中国工商银行: ["622200", "622202", "622203", "622208", "621225", "621226", "621227"],
  中国农业银行: ["622845", "622846", "622848", "622849", "623052"],
  中国银行: ["456351", "601382", "621660", "621661", "621663"],
  中国建设银行: ["436742", "621700", "622280", "622700", "623668"],
  交通银行: ["622258", "622260", "622261", "622262"],
  中国邮政储蓄银行: ["621096", "621098", "621797", "621799", "622188"],
  招商银行: ["621483", "621485", "621486", "622580", "622588", "622609"],
  中信银行: ["622690", "622696", "622698"],
  中国光大银行: ["622660", "622662", "622663", "622666"],
  中国民生银行: ["622615", "622617", "622622"],
  浦发银行: ["622518", "622520", "622521", "622522"],
  兴业银行: ["622908", "622909"],
  华夏银行: ["622630", "622631", "622632"],
};

const byPrefix = new Map(
  Object.entries(BANKS).flatMap(([bank, prefixes]) => prefixes.map((prefix) => [prefix, bank] as const)),
);

/** Null where the digits are not known: the payer's own bank finds it by the number. */
export const bankOf = (card: string): string | null => byPrefix.get(card.slice(0, 6)) ?? null;
