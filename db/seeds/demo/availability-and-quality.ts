import type { DemoProject } from "./demo-project.ts";

/** Source: the authority's public page; it gives no registration number and no target groups. */
export const availabilityAndQuality: DemoProject = {
  title: "Rozvoj dostupnosti a kvality sociálních služeb v Královéhradeckém kraji VII",
  shortName: "Dostupnost a kvalita KHK VII",
  registrationNumber: null,
  programme: "OPZ",
  priorityAxis: "2 – Sociální začleňování a boj s chudobou",
  callNumber: null,
  callName: null,
  beneficiary: "Královéhradecký kraj",
  department: null,
  districts: ["CZ0521", "CZ0522", "CZ0523", "CZ0524", "CZ0525"],
  vision: null,
  goals: [],
  targetGroups: [],
  startsOn: "2020-09-01",
  endsOn: "2022-06-30",
  totalHalere: 699_946_580,
  sources: [
    { kind: "eu", name: "Evropský sociální fond" },
    { kind: "state", name: "Státní rozpočet České republiky" },
    { kind: "region", name: "Rozpočet Královéhradeckého kraje" },
  ],
  periodMonths: null,
  activities: [
    {
      title:
        "Podpora náhradní rodinné péče, posilování spolupráce mezi zainteresovanými subjekty zabývajícími se náhradní rodinnou péčí a rozvoj sociálně právní ochrany dětí v Královéhradeckém kraji",
      goal: "Veřejnost ví o pěstounské péči víc, přibývá kvalitních dlouhodobých pěstounů a ti současní se dál vzdělávají.",
      parts: [],
    },
    {
      title: "Vzdělávání sociálních pracovníků Krajského úřadu Královéhradeckého kraje",
      goal: "Pracovníci umějí vést porady, vyjednávat a prezentovat; sociálně-právní ochraně dětí pomáhají supervize.",
      parts: [],
    },
    {
      title: "Odchod dětí z dětských domovů",
      goal: "OSPOD, sociální pracovníci, dětské domovy a další partneři spolupracují při odchodu dětí a připravují je na samostatný život.",
      parts: [],
    },
    {
      title: "Podpora rozvoje doprovázení na území Královéhradeckého kraje",
      goal: "Jednotné postupy doprovázení v celém kraji, opřené o společný metodický materiál.",
      parts: [],
    },
    {
      title: "Zlepšení kvality systému péče o duševní zdraví a lidská práva",
      goal: "Ucelený systém péče v souladu s Úmluvou o právech lidí se zdravotním postižením a standardy WHO; zmapovaná připravenost poskytovatelů.",
      parts: [],
    },
    {
      title:
        "Podpora veřejných opatrovníků a rozvoj veřejného opatrovnictví na území Královéhradeckého kraje",
      goal: "Stejná kvalita veřejného opatrovnictví v celém kraji, profesní jistota a menší zátěž opatrovníků obcí.",
      parts: [],
    },
    {
      title: "Podpora rozvoje sociální práce na obcích",
      goal: "Sociální práce na obcích včas vyhledá lidi v nepříznivé situaci a koordinuje pomoc; pomáhá odbornost, nové metody a metodická podpora.",
      parts: [],
    },
    {
      title:
        "Podpora zvyšování kvality a deinstitucionalizace vybraných služeb sociální péče v Královéhradeckém kraji pro osoby s postižením",
      goal: "Pět vybraných poskytovatelů zlepšuje kvalitu, lépe využívá kapacity a pokračuje v transformaci služeb.",
      parts: [],
    },
  ],
  publicPage: {
    slug: "dostupnost-a-kvalita-khk-vii",
    introduction:
      "Osm klíčových aktivit odpovídalo na to, co sociální služby v kraji právě potřebovaly. Závěrečné setkání k péči o duševní zdraví a lidským právům se konalo 3. 6. 2022.",
    office: "Krajský úřad Královéhradeckého kraje",
  },
  milestones: [
    {
      title:
        "Závěrečné setkání aktivity: Zlepšení kvality systému péče o duševní zdraví a lidská práva",
      dueOn: "2022-06-03",
      activity: 5,
      isDone: true,
    },
  ],
};
