import { plural } from "../plural.ts";

const places = (n: number) => plural("cs")(n, { one: "místo", few: "místa", other: "míst" });
const people = (n: number) => plural("cs")(n, { one: "osoba", few: "osoby", other: "osob" });
const peopleAt = (n: number) => plural("cs")(n, { one: "osobu", few: "osoby", other: "osob" });

/** Links by which organisations name people for an event, and the page behind them. */
export const nominations = {
  title: "Nominace",
  lead: "Organizace dostane odkaz, kterým bez účtu sama zapíše, koho na akci vyšle.",
  new: "Nový odkaz",
  columns: {
    organisation: "Organizace",
    places: "Míst",
    answerBy: "Odpovědět do",
    state: "Stav",
    link: "Odkaz",
  },
  summary: (answered: number, waiting: number, all: number) =>
    `Odpovědělo ${answered} z ${all}, na odpověď čeká ${waiting}.`,
  states: {
    waiting: "čeká na odpověď",
    declined: "nikoho nevyšle",
    expired: "bez odpovědi, lhůta uplynula",
    revoked: "odkaz zrušen",
  },
  nominated: (n: number) => `nominováno ${n} ${people(n)}`,
  answeredBy: (who: string, when: string) => `${who}, ${when}`,
  mailedTo: (email: string) => `e-mail ${email}`,
  notMailed: "odkaz předáváte sami",
  nudgedAt: (when: string) => `připomenuto ${when}`,
  nudge: "Připomenout",
  nudgeOne: (name: string) => `Připomenout: ${name}`,
  revoke: "Zrušit odkaz",
  revokeOne: (name: string) => `Zrušit odkaz: ${name}`,
  linkOf: (name: string) => `Odkaz pro organizaci ${name}`,
  empty: "Zatím jste žádnou organizaci o nominaci nepožádali.",
  confidential:
    "Důvěrná akce nemá nominační odkazy: její název ani účastníci nesmějí ven. Účastníky zapište sami.",
  over: "Na akci se už nenominuje: konala se, je uzavřená, nebo zrušená.",
  form: {
    title: "Požádat organizaci o nominaci",
    organisation: "Organizace",
    ico: "IČO",
    places: "Počet míst",
    placesHint: "Kolik lidí smí organizace nejvýše zapsat.",
    answerBy: "Odpovědět do",
    email: "E-mail",
    emailHint: "Pracovní adresa, na které organizace přijímá zprávy. Bez ní odkaz předáte sami.",
    replaces: "Má-li organizace na tuto akci starší odkaz, přestane platit.",
    submit: "Vytvořit odkaz",
  },
  /** The page of the link; its readers have no account. */
  page: {
    title: "Nominace na akci",
    facts: {
      event: "Akce",
      when: "Termín",
      where: "Místo",
      organiser: "Pořádá",
      organisation: "Organizace",
      places: "Počet míst",
      answerBy: "Odpovězte do",
    },
    placesValue: (n: number) => `nejvýše ${n} ${places(n)}`,
    thanks: (n: number) => `Děkujeme, nominaci máme: ${n} ${people(n)}.`,
    thanksDeclined: "Děkujeme, zapsali jsme, že nikoho nevyšlete.",
    mayChange: (until: string) => `Odpověď můžete do ${until} změnit na této stránce.`,
    already: "Už jste nominovali",
    alreadyHint: "Z celého příjmení ukazujeme jen začátek. Koho zaškrtnete, toho odhlásíme.",
    withdraw: (name: string) => `odhlásit: ${name}`,
    states: { invited: "pozván(a)", registered: "místo potvrzeno", waiting: "náhradník" },
    answer: "Vaše odpověď",
    answers: { nominated: "Vyšleme tyto lidi", declined: "Nikoho nevyšleme" },
    rows: "Koho vyšlete",
    rowsHint: (n: number) =>
      `Můžete zapsat ještě ${n} ${peopleAt(n)}. Datum narození a e-mail nejsou povinné: podle data poznáme, kdo už se akcí účastnil, na e-mail přijdou pokyny.`,
    full: "Všechna místa jste obsadili. Chcete-li vyslat někoho jiného, nejdřív někoho odhlaste.",
    row: (n: number) => `${n}. osoba`,
    moreRows: (n: number) => `Další osoby (ještě ${n} ${places(n)})`,
    firstName: "Jméno",
    surname: "Příjmení",
    bornOn: "Datum narození",
    email: "E-mail",
    answeredName: "Kdo formulář vyplnil",
    isInformed: "Zapsané lidi jsme seznámili s níže uvedeným zpracováním jejich údajů.",
    submit: "Odeslat odpověď",
    privacy: {
      title: "Jak zacházíme s osobními údaji",
      beneficiary: "Pořadatel akce",
      sentences: (processor: string) => [
        "Správcem osobních údajů účastníků projektů OPZ+ je Ministerstvo práce a sociálních věcí, řídicí orgán programu.",
        `${processor} je jako příjemce podpory zpracovává pro správce podle rozhodnutí o poskytnutí dotace.`,
        "Jméno, příjmení, datum narození a e-mail potřebujeme k přihlášení na akci, k vedení prezenční listiny, k vystavení osvědčení a k doložení podpory z Evropského sociálního fondu plus.",
        "Údaje vidí jen ti, kdo akci připravují, a kontrolní orgány programu. Uchovávají se po dobu, po kterou musí být projekt doložitelný; pak se mažou nebo anonymizují.",
        "Každý nominovaný může požádat o přístup ke svým údajům, o opravu i o výmaz, a podat stížnost Úřadu pro ochranu osobních údajů.",
      ],
    },
  },
  dead: {
    unknown: {
      title: "Odkaz neplatí",
      sentences: ["Odkaz není celý, nebo nikdy neplatil. Zkopírujte ho prosím znovu celý."],
    },
    revoked: {
      title: "Odkaz byl zrušen",
      sentences: ["Pořadatel odkaz zrušil. Máte-li o akci zájem, obraťte se na něj."],
    },
    expired: {
      title: "Lhůta pro nominaci uplynula",
      sentences: [
        "Odpověď už tudy nelze poslat ani změnit. Chcete-li ještě někoho vyslat, obraťte se na pořadatele.",
      ],
    },
    over: {
      title: "Na akci se už nenominuje",
      sentences: ["Akce se už konala, nebo byla zrušena."],
    },
  },
  mail: {
    greeting: "Dobrý den,",
    subject: (title: string) => `Nominace účastníků: ${title}`,
    nudgeSubject: (title: string) => `Připomínáme nominaci účastníků: ${title}`,
    text: (title: string, when: string | null, where: string | null) =>
      `zveme lidi z vaší organizace na akci „${title}“${when === null ? "" : `, termín ${when}`}${where === null ? "" : `, místo ${where}`}.`,
    places: (n: number, deadline: string) =>
      `Můžete vyslat nejvýše ${n} ${peopleAt(n)}. Odpovězte prosím do ${deadline}, i kdybyste nikoho nevyslali.`,
    button: "Zapsat nominaci",
    note: "Odkaz je určen jen vaší organizaci; kdo ho má, může za ni odpovědět.",
    why: "Zprávu posíláme na adresu, kterou vaše organizace uvedla pro jednání o projektu.",
  },
  history: {
    "nomination.requested": "Organizace požádána o nominaci",
    "nomination.nudged": "Nominace připomenuta",
    "nomination.revoked": "Nominační odkaz zrušen",
    "nomination.answered": "Organizace odpověděla na žádost o nominaci",
  } as Record<string, string>,
  fields: {
    organisation: "Organizace",
    places: "Počet míst",
    answerBy: "Odpovědět do",
    nominated: "Nominováno",
  } as Record<string, string>,
};
