import { type CardOf2014, card } from "./card.ts";

/** The network, its money, planning and people: goals 8 to 10. */
export const systemCards: CardOf2014[] = [
  card("A08-01", "Vytvoření struktury řízení sítě sociálních služeb v Libereckém kraji", {
    goals: ["SC9"],
    targetGroups: "dopad na všechny cílové skupiny",
    services: "dopad na všechny druhy služeb",
    period: "2014-2015",
    responsible: "LK",
    funding: "LK",
    description: "Určí se, kdo síť řídí, kdo chystá podklady a jak si všichni předávají informace.",
  }),
  card(
    "A08-02",
    "Větší míra zapojení obcí do řízení sítě služeb sociální prevence na území LK včetně podílu na jejich financování",
    {
      goals: ["SC9"],
      targetGroups: "nerelevantní",
      services:
        "služby sociální prevence: Raná péče (§54), Telefonická krizová pomoc (§55), Tlumočnické služby (§56), Azylové domy (§57), Domy na půl cesty (§58), Kontaktní centra (§59), Krizová pomoc (§60), Intervenční centra (§60a), Nízkoprahová denní centra (§61), Nízkoprahová zařízení pro děti a mládež (§62), Noclehárny (§63), Služby následné péče (§64), Sociálně aktivizační služby pro rodiny s dětmi (§65), Sociálně aktivizační služby pro seniory a osoby se zdravotním postižením (§66), Sociálně terapeutické dílny (§67), Terapeutické komunity (§68), Terénní programy (§69), Sociální rehabilitace (§70)",
      responsible: "LK (ve spolupráci s obcemi)",
      funding: "LK, obce",
      description: "Více obcí spolurozhoduje a spoluplatí; vstupem jsou jejich komunitní plány.",
    },
  ),
  card(
    "A08-03",
    "Koordinace činnosti všech úřadů a institucí, které ovlivňují oblast poskytování sociálních služeb",
    {
      goals: ["SC9"],
      targetGroups: "dopad na všechny cílové skupiny",
      services: "dopad na všechny druhy sociálních služeb",
      responsible: "LK",
      funding: "LK",
      description: "Úřady si sdělují informace a postupují společně; svolává je kraj.",
    },
  ),
  card(
    "A08-04",
    "Základní síť sociálních služeb – ověření navržených parametrů a případné úpravy na základě praktické aplikace",
    {
      goals: ["SC9"],
      targetGroups: "dopad na všechny cílové skupiny",
      services: "dopad na všechny druhy sociálních služeb",
      period: "2014-2016",
      responsible: "LK (ve spolupráci s poskytovateli a obcemi)",
      funding: "LK",
      description: "Parametry se vyzkoušejí v praxi a podle zkušeností upraví.",
    },
  ),
  card(
    "A09-01",
    "Datové centrum sociálních služeb Libereckého kraje (zajištění provozu, rozšíření, servisní podpory a aktuálnosti dat)",
    {
      goals: ["SC8"],
      targetGroups: "nerrelevantní",
      services: "nerrelevantní",
      responsible: "LK",
      funding: "LK",
      description: "Provoz databáze, ze které plánuje kraj i obce, a čerstvé údaje v ní.",
    },
  ),
  card(
    "A09-02",
    "Koordinace a politická podpora procesů komunitního plánování měst a obcí, včetně provázanosti se SPRSS LK",
    {
      goals: ["SC8"],
      targetGroups: "nerelevantní",
      services:
        "dopad na všechny druhy sociálních služeb a dále §94, §95. §96 zákona O sociálních službách číslo 108/2006Sb. ve znění pozdějších předpisů.",
      responsible: "LK (ve spolupráci s obcemi)",
      funding: "LK, obce",
      description: "Kraj a obce udrží společný stůl, aby na sebe plány obou úrovní navazovaly.",
    },
  ),
  card("A09-03", "Odborná a metodická podpora procesů komunitního plánování ve městech a obcích", {
    goals: ["SC8"],
    targetGroups: "všechny",
    services: "nerrelevantní",
    responsible: "LK",
    funding: "LK",
    description: "Metodici kraje pomohou obcím plány dokončit a držet živé.",
  }),
  card(
    "A09-04",
    "Informovanost o sociálních službách pro uživatele, širokou laickou i odbornou veřejnost",
    {
      goals: ["SC8"],
      targetGroups: "dopad na všechny cílové skupiny",
      services: "dopad na všechny druhy sociálních služeb",
      responsible: "LK (ve spolupráci s poskytovateli a obcemi)",
      funding: "LK",
      description: "Katalog služeb, kampaně a osvěta pro lidi i odborníky.",
    },
  ),
  card(
    "A09-05",
    "Zavedení a využívání systému (klíče) financování v návaznosti na stanovenou základní síť sociálních služeb v LK",
    {
      goals: ["SC8"],
      targetGroups: "dopad na všechny cílové skupiny",
      services: "dopad na všechny druhy sociálních služeb",
      responsible: "LK",
      funding: "LK",
      description: "Navržený klíč se ověří, upraví a začne platit spolu se základní sítí.",
    },
  ),
  card("A10-01", "Zpracování a aktualizace rozvojových plánů sociálních služeb", {
    goals: ["SC9"],
    targetGroups: "všechny",
    services: "všechny",
    period: "2014-2016",
    responsible: "LK ve spolupráci s poskytovateli",
    funding: "poskytovatelé",
    description: "Plán si připraví i ti, kdo ho dosud nemají; kraj je metodicky vede.",
  }),
  card("A10-02", "Plánování procesu a využití výstupů kontrol poskytování sociálních služeb", {
    goals: ["SC8", "SC9"],
    targetGroups: "nerelevantní",
    services: "všechny",
    responsible: "LK (ve spolupráci s ÚP)",
    funding: "LK",
    description: "Závěry inspekcí se sdílejí a vedou k lepší kvalitě.",
  }),
  card("A10-03", "Vzdělávání pracovníků zaměstnaných v sociálních službách", {
    goals: ["SC9"],
    targetGroups: "všechny",
    services: "všechny",
    responsible: "poskytovatelé (s podporou metodického a odborného vedení LK)",
    funding: "poskytovatelé, ev. LK s využitím evropských projektů",
    description:
      "Lidé ve službách si doplní odbornost na změny, které přinese transformace a nové peníze.",
  }),
  card("A10-04", "Zvýšení prestiže pracovníků v sociálních službách", {
    goals: ["SC9"],
    targetGroups: "pracovníci v sociálních službách",
    services: "všechny",
    responsible: "poskytovatelé, LK (ve spolupráci s poskytovateli a obcemi)",
    funding: "poskytovatelé, LK, MPSV",
    description: "O práci ve službách se víc ví, třeba z krajského měsíčníku nebo veřejné ankety.",
  }),
];
