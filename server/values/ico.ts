/** The eight digits of an organisation's IČO, blanks left out; `undefined` when its check digit does not fit. */
export function parseIco(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const ico = text.replace(/\s+/g, "");
  return isIco(ico) ? ico : undefined;
}

/** Eight digits, the last of which is (11 − Σ digit × weight 8…2 mod 11) mod 10. */
export function isIco(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const sum = digits.slice(0, 7).reduce((sofar, digit, index) => sofar + digit * (8 - index), 0);
  return digits[7] === (11 - (sum % 11)) % 10;
}
