/** Signing in, roles, and the pages that say no. */
export const access = {
  roles: {
    administrator: "administrátor",
    management: "vedení",
    auditor: "auditor",
    founder: "zakladatel projektů",
    manager: "projektový manažer",
    coordinator: "koordinátor",
    finance: "finanční manažer",
    reader: "čtenář",
  },
  user: "uživatel",
  signIn: {
    title: "Přihlášení",
    email: "E-mail",
    password: "Heslo",
    submit: "Přihlásit se",
    failed: "Přihlášení se nezdařilo",
    forgotten: "Zapomenuté heslo",
    sessionEnded: "Přihlášení vypršelo. Po přihlášení budete pokračovat tam, kde jste skončili.",
    formKept:
      "Přihlášení vypršelo. Rozepsaný formulář jsme uchovali, po přihlášení ho uvidíte znovu.",
    demoTitle: "Ukázkoví uživatelé",
    demoHint: "Všichni mají heslo",
  },
  keptForm: {
    advice: "Rozepsaný text jsme uchovali. Otevřete formulář znovu, zkontrolujte ho a uložte.",
    open: "Otevřít formulář znovu",
  },
  waitFor: (seconds: number) =>
    seconds < 60
      ? `Zkuste to znovu za ${seconds} s.`
      : `Zkuste to znovu za ${Math.ceil(seconds / 60)} min.`,
  pages: {
    notFound: {
      title: "Stránka nenalezena",
      sentence: "Stránka neexistuje, nebo k ní nemáte přístup.",
      advice: "Zkontrolujte adresu, nebo pokračujte ze seznamu projektů.",
    },
    fileGone: {
      title: "Soubor v úložišti chybí",
      sentence: "Záznam o souboru máme, na disku ale není. Administrátorovi jsme to oznámili.",
      advice:
        "Soubor lze obnovit ze zálohy. Osvědčení můžete vydat znovu, dokument nahrát jako novou verzi.",
    },
    forbidden: {
      title: "K tomuto nemáte oprávnění",
      sentence: "Vaše role tento krok nedovoluje.",
      advice: "Požádejte manažera projektu nebo administrátora.",
    },
    staleForm: {
      title: "Formulář už neplatí",
      sentence: "Stránka byla otevřená příliš dlouho nebo v jiném okně.",
      advice: "Vraťte se zpět, obnovte stránku a odešlete formulář znovu.",
    },
    conflict: {
      title: "Krok teď nelze provést",
      sentence: "Stav záznamu se mezitím změnil.",
      advice: "Obnovte stránku a podívejte se na současný stav.",
    },
    tooMany: {
      title: "Příliš mnoho pokusů",
      sentence: "Z této adresy nebo účtu přišlo příliš mnoho požadavků.",
      advice: "Počkejte chvíli a zkuste to znovu.",
    },
    badRequest: {
      title: "Požadavku nerozumíme",
      sentence: "Prohlížeč poslal něco, co systém neumí přečíst.",
      advice: "Vraťte se zpět a zkuste to znovu.",
    },
    tooLarge: {
      title: "Příliš mnoho dat",
      sentence: "Odeslaný text nebo soubor je větší, než systém přijímá.",
      advice: "Zkraťte text nebo zmenšete soubor.",
    },
    busy: {
      title: "Databáze je právě zaneprázdněná",
      sentence: "Nic se neuložilo.",
      advice: "Vraťte se zpět a za chvíli formulář odešlete znovu.",
    },
    full: {
      title: "Došlo místo na disku",
      sentence: "Nic se neuložilo. Čtení funguje dál.",
      advice: "Dejte vědět administrátorovi a formulář odešlete později.",
    },
    failure: {
      title: "Něco se nepovedlo",
      sentence: "Chyba je na naší straně a je zaznamenaná.",
      advice: "Zkuste to znovu; když se to opakuje, sdělte administrátorovi číslo požadavku.",
    },
  },
};
