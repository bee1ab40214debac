/** What a phone, an ID number and a bank card must look like, and what a list may show of them. */

/** Full-width digits as ASCII, without spaces, hyphens and dots. */
function plain(text: string): string {
  return text.normalize("NFKC").replace(/[\s\-.·]/g, "");
}

/** A mainland mobile number as eleven digits; undefined for anything else. */
export function readPhone(text: string): string | undefined {
  if (text.length > 40) return undefined;
  return /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(plain(text))?.[1];
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * An 18-digit resident ID with a true date of birth and check digit (GB 11643); undefined for anything
 * else.
 */
export function readIdNumber(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const number = plain(text).toUpperCase();
  const [, year, month, day] = /^[1-9]\d{5}((?:18|19|20)\d\d)(\d\d)(\d\d)\d{3}[\dX]$/.exec(number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const born = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (born.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return undefined;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return "10X98765432"[sum % 11] === number[17] ? number : undefined;
}

/** A card of 12 to 19 digits that passes Luhn; undefined for anything else. */
export function readBankCard(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const number = plain(text);
  if (!/^[1-9]\d{11,18}$/.test(number)) return undefined;
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const double = at % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (double > 9 ? double - 9 : double);
  }, 0);
  return sum % 10 === 0 ? number : undefined;
}

/** A name of 2 to 40 letters as an ID card has it; undefined for anything else. */
export function readRealName(text: string): string | undefined {
  const name = text.normalize("NFC").trim();
  return /^[\p{L}][\p{L}\p{M}· .'-]{1,39}$/u.test(name) ? name : undefined;
}

/** 138****5678 */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** 张*: the first letter alone, so that not even the length is told. */
export function maskName(name: string): string {
  const [first = ""] = name.trim();
  return `${first}*`;
}

/** 6222 **** **** 1234 */
export function maskBankCard(card: string): string {
  return `${card.slice(0, 4)} **** **** ${card.slice(-4)}`;
}

/** 110***********002X */
export function maskIdNumber(number: string): string {
  return `${number.slice(0, 3)}***********${number.slice(-4)}`;
}
