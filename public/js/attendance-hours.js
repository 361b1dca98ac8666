// Hours as people write them: "3:30", "3,5", "3 h"; shown as "3:30".

export function readHours(text) {
  const written = text.trim().replace(/\s*h(?:od\.?)?$/i, "");
  const clock = /^(\d{1,2})\s*[:h]\s*([0-5]\d)$/i.exec(written);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  if (!/^\d{1,2}(?:[.,]\d{1,2})?$/.test(written)) return undefined;
  return Math.round(Number(written.replace(",", ".")) * 60);
}

export function showHours(minutes) {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** A number of hours in the language of the page, with two decimals at most. */
export function hoursInWords(minutes) {
  const hours = Math.round((minutes * 100) / 60) / 100;
  return hours.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 });
}
