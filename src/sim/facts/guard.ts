/**
 * The word guard: words that promise a gain or claim approval, refused in every text an operator publishes
 * (profile `cn`). A text is read as an eye reads it: full-width, traditional and spaced-out spellings are
 * the same word.
 */

/**
 * Words of the profile. Where ordinary Chinese holds one by accident, what may not stand around it is said.
 */
const WORDS: readonly (readonly [word: string, pattern?: string])[] = [
  ["永远单边上扬"],
  ["单边上扬"],
  ["只涨不跌"],
  ["保本", "(?<!确)保本(?![店站页次市公平系])|(?<=确)保本(?=[金息钱利])"],
  ["回本", "(?<![返退转跳])回本(?![店站页次市公平系])|(?<=[返退转跳])回本(?=[金息钱利])"],
  ["全返", "全返(?![回程修工航厂校乡岗])"],
  ["免费消费还赚钱"],
  ["免费消费"],
  ["静态盈利"],
  ["静态收益"],
  ["动态收益"],
  ["管道收益"],
  ["出局", "出局(?![域部限势面长])"],
  ["复投", "复投(?![票诉递影稿产保放])"],
  ["躺赚"],
  ["稳赚"],
  ["白拿", "(?<!明)白拿"],
  ["卖地图"],
  ["财务自由"],
  ["配股", "配股(?!东)"],
  ["原始股", "原始股(?!东)"],
  ["积分兑换股份"],
  ["反并购上市"],
  ["二级市场变现"],
  ["不用担心涉传"],
  ["更加合规合法"],
  ["国家支持"],
  ["部委支持"],
  ["二级分销合法"],
  ["二级合法"],
  ["两级合法"],
  ["积分商品不退"],
  ["guaranteed return"],
  ["guaranteed profit"],
  ["guaranteed income"],
  ["guaranteed yield"],
  ["principal guaranteed"],
  ["capital guaranteed"],
  ["risk-free", "risk[ -]?free"],
  ["passive income"],
  ["financial freedom"],
  ["only goes up"],
  ["never goes down"],
  ["pre-ipo", "pre[ -]?ipo"],
];

/** Traditional signs of the words above, one for one. */
const TRADITIONAL = "遠單邊揚漲費還賺錢靜態動複復穩財務賣圖併並購變現擔傳規國級銷積兌換";
const SIMPLIFIED = "远单边扬涨费还赚钱静态动复复稳财务卖图并并购变现担传规国级销积兑换";
const simple: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((sign, i) => [sign, [...SIMPLIFIED][i] as string]),
);

const HAN = /\p{Script=Han}/u;
/**
 * What may be strewn between the signs of a Chinese word without an eye noticing; no punctuation of
 * sentences.
 */
const STREWN = /(?<=\p{Script=Han})[\s\p{Cf}·・.*_\-~|/+^#"'“”‘’「」]+(?=\p{Script=Han})/gu;

function read(text: string): string {
  const same = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase();
  return [...same]
    .map((sign) => simple.get(sign) ?? sign)
    .join("")
    .replace(STREWN, "")
    .replace(/\s+/g, " ");
}

/** Longest first: of words one of which holds the other, the whole one is named. */
const MATCHERS = [...WORDS]
  .sort(([a], [b]) => b.length - a.length)
  .map(([word, pattern = word]) => ({
    word,
    found: new RegExp(HAN.test(word) ? pattern : `\\b${pattern}`, "gu"),
  }));

/**
 * The forbidden words a text contains, each once, in the order of the text; empty where there is none. A
 * word is named as the profile spells it, however the text did.
 */
export function findForbiddenWords(text: string): string[] {
  let rest = read(text);
  const found: { word: string; at: number }[] = [];
  for (const { word, found: pattern } of MATCHERS) {
    rest = rest.replace(pattern, (match, ...more) => {
      found.push({ word, at: more.find((value) => typeof value === "number") as number });
      return "\u0000".repeat(match.length);
    });
  }
  found.sort((a, b) => a.at - b.at);
  return [...new Set(found.map(({ word }) => word))];
}
