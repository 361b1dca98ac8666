// Numbers typed into the grid of a month, read as the server reads them and shown as it shows them.

const NUMBER = /^([-+\u2212]?) ?(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/;
const PARTS = /^(\d{1,12})\s*\/\s*(\d{1,12})$/;
const lang = document.documentElement.lang;

/** The number of a cell, scaled by its decimals, or the name of what is wrong with it. */
export function readCell({ type, decimals }, typed) {
  const parts = type === "percentage" ? PARTS.exec(typed) : null;
  if (parts) return readParts(Number(parts[1]), Number(parts[2]), decimals);
  const value = readNumber(typed, decimals);
  if (value === undefined) return { error: decimals === 0 ? "wholeNumber" : "validNumber" };
  return type === "percentage" && value < 0 ? { error: "atLeastZero" } : { value };
}

function readNumber(typed, decimals) {
  const found = NUMBER.exec(typed.trim().replace(/\s+/g, " "));
  if (!found) return undefined;
  const [, sign, whole, fraction = ""] = found;
  if (fraction.length > decimals) return undefined;
  const size = Number(whole.replaceAll(" ", "") + fraction.padEnd(decimals, "0"));
  return sign === "" || sign === "+" ? size : -size;
}

function readParts(numerator, denominator, decimals) {
  if (denominator === 0) return { error: "wholeAboveZero" };
  return { value: Math.round((numerator * 100 * 10 ** decimals) / denominator) };
}

export function showAmount({ type, decimals }, value) {
  const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  if (type !== "percentage") return (value / 10 ** decimals).toLocaleString(lang, places);
  return (value / 10 ** decimals / 100).toLocaleString(lang, { style: "percent", ...places });
}

/** In whole per cent, yet 0 % means nothing and 100 % all of it; a dash without a target. */
export function showShare({ direction, baseline, target }, total) {
  const share = shareOf({ direction, baseline, target }, total);
  if (share === null) return "–";
  const rounded = Math.round(share * 100);
  const honest = rounded === 0 ? Math.sign(share) : share < 1 ? Math.min(rounded, 99) : rounded;
  return (honest / 100).toLocaleString(lang, { style: "percent" });
}

function shareOf({ direction, baseline, target }, total) {
  if (target === null) return null;
  if (direction === "up") return target === 0 ? null : total / target;
  if (baseline === null || baseline === target) return total === target ? 1 : 0;
  return (baseline - total) / (baseline - target);
}
