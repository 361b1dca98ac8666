import type { CardContent } from "../../../server/features/cards/rules.ts";
import type { WrittenArea } from "../../../server/features/plans/areas/service.ts";

const AREAS = 8;
const SUB_AREAS = 4;

const groups = ["Rodiny s dětmi, mládež do 26 let", "S, OZP", "Osoby bez přístřeší", "Senioři"];
const services = [
  "Sociální poradenství (§ 37), Osobní asistence (§ 39), Pečovatelská služba (§ 40)",
  "Odlehčovací služby (§ 44), Domovy pro seniory (§ 49), Chráněné bydlení (§ 51)",
  "Raná péče (§ 54), Azylové domy (§ 57), Krizová pomoc (§ 60), Terénní programy (§ 69)",
  "Sociální rehabilitace (§ 70), Nízkoprahová zařízení pro děti a mládež (§ 62)",
];
const costs = ["Dle rozvojových záměrů", "24 mil. Kč", "2–3 mil. Kč ročně", ""];
const description =
  "Podpora, rozvoj a dostupnost ambulantních a terénních služeb, které pomáhají lidem zůstat doma. ".repeat(
    6,
  );
const measure = "Udržení a optimalizace stávajících kapacit služeb s ohledem na potřebnost v území";

/** Eight areas of four sub-areas. */
export function planAreas(): WrittenArea[] {
  return Array.from({ length: AREAS }, (_, one) => [
    { code: String(one + 1), title: `Oblast péče č. ${one + 1}`, parentCode: null, kind: "area" },
    ...Array.from({ length: SUB_AREAS }, (_, two) => ({
      ...{ code: `${one + 1}.${two + 1}`, title: "Podpora v přirozeném prostředí" },
      ...{ parentCode: String(one + 1), kind: "sub-area" },
    })),
  ]).flat() as WrittenArea[];
}

/** Cards as wide as real ones: five measures, ten terms and services each. */
export function planCards(count: number): CardContent[] {
  return Array.from({ length: count }, (_, n) => {
    const areaCode = `${(n % AREAS) + 1}.${(Math.floor(n / AREAS) % SUB_AREAS) + 1}`;
    return {
      ...{ number: `${areaCode}.${Math.floor(n / (AREAS * SUB_AREAS)) + 1}`, areaCode },
      ...{ name: `Podpora pečujících a návazných služeb č. ${n}`, goals: "", description },
      targetGroups: groups[n % groups.length] ?? "",
      services: services[n % services.length] ?? "",
      period: n % 3 === 0 ? "2024–2026" : "2024+",
      responsible: "LK ve spolupráci s obcemi, poskytovatelé sociálních služeb",
      costs: costs[n % costs.length] ?? "",
      funding: "EU, MPSV, LK, obce",
      measures: Array.from({ length: 5 }, (_, index) => `${measure} ${n}/${index}`),
    };
  });
}
