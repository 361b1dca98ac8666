/** Numbers from 0 to 1 that look random and are the same on every run. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** In two entries of five. */
export const COMMON_WORD = "porada";
/** In one entry of ten thousand, and in one of a small set. */
export const RARE_WORD = "vzácnůstka";
const RARE_EVERY = 9_973;

const BEGINNINGS =
  "kraj obec škol slu péč pod spol pra reg roz dokl vzdě koor sup stáž pře účast met".split(" ");
const MIDDLES = "ov iv ař en ič ál ost ůst el ín ek ár od ěn ům".split(" ");
const ENDINGS = "a y u ou ový ová ové ého ému ání ení ost osti ník níci nic ce ci".split(" ");

const WORDS = BEGINNINGS.flatMap((beginning) =>
  MIDDLES.flatMap((middle) => ENDINGS.map((ending) => `${beginning}${middle}${ending}`)),
);

/** A few words are said all the time, most of the thousands hardly ever. */
export function sentence(random: () => number, words: number): string {
  const said = Array.from({ length: words }, () => {
    const place = Math.floor(WORDS.length * random() ** 3);
    return WORDS[(place * 7_919) % WORDS.length] ?? "";
  });
  const text = said.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What an entry of the log says; `index` counts over all projects. */
export function entryText(random: () => number, index: number): string {
  const parts = [sentence(random, 8 + Math.floor(random() * 10))];
  if (random() < 0.4) parts.push(`Proběhla ${COMMON_WORD} týmu.`);
  if (index % RARE_EVERY === 17) parts.push(`Zmíněna ${RARE_WORD}.`);
  parts.push(sentence(random, 5 + Math.floor(random() * 15)));
  return parts.join(" ");
}
