import type { DemoProject } from "./demo-project.ts";

/** Source: the authority's public page of project CZ.03.02.02/00/22_006/0001329. */
export const mentalHealthReform: DemoProject = {
  title: "Podpora procesů v rámci reformy péče o duševní zdraví v Libereckém kraji",
  shortName: "Duševní zdraví LK",
  registrationNumber: "CZ.03.02.02/00/22_006/0001329",
  programme: "OPZ+",
  priorityAxis: null,
  callNumber: "03_22_006",
  callName: "Podpora procesů ve službách – kraje",
  beneficiary: "Liberecký kraj",
  department: null,
  districts: ["CZ0513", "CZ0512", "CZ0511", "CZ0514"],
  vision:
    "Lidem s duševním onemocněním v kraji se má žít lépe. Cestou k tomu je hlavně vzdělávání sociálních služeb a ubývání předsudků.",
  goals: [
    "Funkční infrastruktura péče v kraji: kraj, obce, Krajská koordinační skupina, sociální služby, multidisciplinární týmy, skupina PEER konzultantů a spádové psychiatrické nemocnice",
    "Spolupráce aktérů reformy péče o duševní zdraví",
    "Nové kompetence pracovníků sociálních služeb ze stáží, vzdělávání a případové práce, využité při práci s cílovou skupinou",
    "Pracovní místo krajského koordinátora péče o duševní zdraví",
    "Multidisciplinární spolupráce",
    "Plánovací struktura pro tvorbu, revizi a aktualizaci Střednědobého plánu rozvoje sociálních služeb Libereckého kraje",
  ],
  targetGroups: [
    "informal-carers",
    "service-providers",
    "disadvantaged-families",
    "social-workers",
    "public-servants",
  ],
  startsOn: "2023-05-01",
  endsOn: "2026-04-30",
  totalHalere: 1_579_560_005,
  sources: [
    { kind: "eu", name: "Evropský sociální fond" },
    { kind: "state", name: "Státní rozpočet České republiky" },
    { kind: "region", name: "Rozpočet Libereckého kraje" },
  ],
  periodMonths: 6,
  activities: [
    {
      title: "Vzdělávání – zvyšování kompetencí pracovníků v sociálních službách",
      goal: null,
      parts: [
        "Zavádění metody „biografická péče“ do praxe sociálních služeb v LK",
        "Podpora vzdělávání sociálních služeb zapojených do procesu reformy péče o duševní zdraví",
      ],
    },
    { title: "Prevence duševních onemocnění u dětí a mládeže", goal: null, parts: [] },
    {
      title:
        "Stáže pracovníků sociálních služeb / členů Krajské koordinační skupiny / pracovníků obcí (osoby vykonávající sociální práci na obci, plánovačů komunitního plánování) / členů multidisciplinárních týmů / pracovníků kraje",
      goal: null,
      parts: [],
    },
    {
      title:
        "Realizace odborných seminářů / workshopů, webinářů, konferencí / kulatých stolů / kampaní pro laickou i odbornou veřejnost",
      goal: null,
      parts: [
        "Vznik audiovizuálních výstupů (spotů/aplikace) pro mládež a seniory",
        "Realizace kampaní kraje",
        "Realizace kulatých stolů mezi soc. službami zajišťujícími podporu osobám s duševním onemocněním se složkami IZS či školami",
        "Edukativní přednášky či kulaté stoly pro poskytovatele, rodiče a pečující osoby, opatrovníky a další osoby spolupracující s cílovými skupinami",
      ],
    },
    { title: "Vzdělávání PEER pracovníků", goal: null, parts: [] },
    {
      title:
        "Vznik pracovní pozice Metodik destigmatizačních aktivit v rámci realizačního týmu při Krajském úřadu Libereckého kraje",
      goal: null,
      parts: [],
    },
    {
      title:
        "Meziresortní koncepční, koordinační role kraje v řízení sítě služeb na zdravotně-sociálně-vzdělávacím pomezí; metodická podpora a návrh pilotního ověření fungování sítě multidisciplinárních týmů pro všechny cílové skupiny",
      goal: null,
      parts: [
        "Vznik pracovní pozice Koordinátora služeb péče o duševní zdraví",
        "Vznik pracovních pozic odborných garantů pro jednotlivé pracovní podskupiny Krajské koordinační skupiny pro duševní zdraví (tj. podskupiny pro: děti a mladistvé, dospělí SMI, senioři, adiktologičtí klienti)",
        "Vznik „Krajského plánu péče o duševní zdraví Libereckého kraje“",
        "Vznik metodiky GAF",
      ],
    },
  ],
  publicPage: {
    slug: "dusevni-zdravi-lk",
    introduction:
      "Kraj pokračuje v reformě péče o duševní zdraví společně s neziskovými organizacemi a obcemi s rozšířenou působností, v souladu s národními i krajskými strategiemi.",
    office: "Krajský úřad Libereckého kraje, odbor sociálních věcí",
  },
  milestones: [],
};
