/** Somebody invented: the surname says so. */
export interface ExampleParticipant {
  firstName: string;
  surname: string;
  sex: "POHZENY" | "POHMUZI";
  bornOn: string;
  municipality: string;
  postcode: string;
  labourStatus: string;
  /** Null where the card lacks it: such a record is not complete. */
  education: string | null;
  disadvantage: "not-asked" | "refused" | "given";
  disadvantageCodes: string[];
  isFromUkraine: boolean;
  organisation: string;
  /** Code of the list `target-groups`. */
  targetGroup: string;
}

const WOMEN = ["Adéla", "Běla", "Cecílie", "Dagmar", "Ema", "Gita", "Helga", "Irma", "Jolana"];
const MEN = ["Arnošt", "Bořek", "Ctibor", "Hynek", "Kryštof", "Oldřich"];
/** In the form of a woman and of a man. */
const SURNAMES: readonly (readonly [string, string])[] = [
  ["Ukázková", "Ukázkový"],
  ["Vymyšlená", "Vymyšlený"],
  ["Příkladná", "Příkladný"],
  ["Smyšlená", "Smyšlený"],
  ["Cvičná", "Cvičný"],
  ["Zkušební", "Zkušební"],
  ["Pokusná", "Pokusný"],
  ["Modelová", "Modelový"],
];
const TOWNS: readonly (readonly [name: string, postcode: string])[] = [
  ["Liberec", "46001"],
  ["Jablonec nad Nisou", "46601"],
  ["Česká Lípa", "47001"],
  ["Turnov", "51101"],
  ["Frýdlant", "46401"],
  ["Semily", "51301"],
];
const EMPLOYERS = [
  "Ukázkové centrum duševního zdraví",
  "Ukázkový městský úřad",
  "Ukázkové chráněné bydlení",
  "Ukázková terénní služba",
];
const LABOUR = ["TPZAMCI", "TPZAMCI", "TPOSVC", "TPZAMCI", "TPRODI"];
const EDUCATION = ["VZISCED5-8", "VZISCED3-4", "VZISCED5-8", "VZISCED3-4", "VZISCED1-2"];

/** How many there are: three runs of the course, the peer workers and those who came to a seminar only. */
export const PARTICIPANTS = 72;
const PEERS_FROM = 57;
const PEERS_TO = 65;
const WITHOUT_EDUCATION = [11, 33];
const NOT_ASKED = [24, 48];
const FROM_UKRAINE = [6, 29, 52];

/** The person of this place in the story, from 0; the same one each time. */
export function exampleParticipant(place: number): ExampleParticipant {
  const isPeer = place >= PEERS_FROM && place <= PEERS_TO;
  const [municipality, postcode] = turn(TOWNS, place);
  return {
    ...nameOf(place),
    bornOn: `${1962 + ((place * 7) % 40)}-${two(1 + (place % 12))}-${two(1 + ((place * 11) % 28))}`,
    ...{ municipality, postcode },
    labourStatus: isPeer ? turn(["TPINV", "TPZAMCI"], place) : turn(LABOUR, place),
    education: WITHOUT_EDUCATION.includes(place) ? null : turn(EDUCATION, place),
    ...disadvantageOf(place, isPeer),
    isFromUkraine: FROM_UKRAINE.includes(place),
    organisation: turn(EMPLOYERS, place),
    targetGroup: turn(["social-workers", "service-workers", "service-workers"], place),
  };
}

/** Every fourth is a man. Each round of first names moves on by a surname, so that no pair comes twice. */
function nameOf(place: number): Pick<ExampleParticipant, "firstName" | "surname" | "sex"> {
  const men = Math.floor(place / 4);
  if (place % 4 !== 3) {
    const [surname] = turn(SURNAMES, paired(place - men, WOMEN));
    return { firstName: turn(WOMEN, place - men), surname, sex: "POHZENY" };
  }
  const [, surname] = turn(SURNAMES, paired(men, MEN));
  return { firstName: turn(MEN, men), surname, sex: "POHMUZI" };
}

function paired(number: number, names: readonly string[]): number {
  return (number % names.length) + Math.floor(number / names.length);
}

/** The list over and over again. */
function turn<One>(list: readonly One[], place: number): One {
  return list[place % list.length] as One;
}

function disadvantageOf(
  place: number,
  isPeer: boolean,
): Pick<ExampleParticipant, "disadvantage" | "disadvantageCodes"> {
  if (NOT_ASKED.includes(place)) return { disadvantage: "not-asked", disadvantageCodes: [] };
  if (place % 10 === 7) return { disadvantage: "refused", disadvantageCodes: [] };
  return { disadvantage: "given", disadvantageCodes: isPeer ? ["ZNZP"] : [] };
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
