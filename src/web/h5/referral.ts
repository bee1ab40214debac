/** The code somebody came by, kept on this device until it has led to a sponsor. */
const STORED = "wellspring.referral";

export function keepReferral(code: string): void {
  localStorage.setItem(STORED, code);
}

export function referral(): string | null {
  return localStorage.getItem(STORED);
}

/** Once he has a sponsor, whoever it is. */
export function forgetReferral(): void {
  localStorage.removeItem(STORED);
}
