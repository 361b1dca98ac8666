const LONGEST = 100;

const OF_2021 = /^CZ\.(\d{2})\.\d{2}\.\d{2}\/\d{2}\/(\d{2}_\d{3})\/\d{7}$/;
const OF_2014 = /^CZ\.\d{2}\.[0-9X]\.\d{1,3}\/0\.0\/0\.\d{1,2}\/\d{2}_\d{3}\/\d{7}$/;

/**
 * The number as the programme writes it, of either generation (2014–2020, 2021–2027); `undefined` when it
 * is not one. Papers break it over lines, insert blanks and leave out the first dot.
 */
export function parseRegistrationNumber(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const number = text
    .trim()
    .toUpperCase()
    .replace(/^CZ(?:\s+(?=\d)|\s*\.)/, "CZ.")
    .replace(/\s+/g, "");
  return OF_2021.test(number) || OF_2014.test(number) ? number : undefined;
}

/** The call that a number of 2021–2027 was given in: `03_22_006`. Older numbers are not known to carry it. */
export function callNumberOf(registrationNumber: string): string | undefined {
  const [, programme, call] = OF_2021.exec(registrationNumber) ?? [];
  return programme && call ? `${programme}_${call}` : undefined;
}
