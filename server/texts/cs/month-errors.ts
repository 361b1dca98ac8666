/** Why a step with a month cannot be taken. Part of `errors`. */
export const monthErrors = {
  monthRunning: "Měsíc ještě neskončil, uzavřít ho lze nejdřív první den měsíce následujícího.",
  monthClosed: "Měsíc už je uzavřený.",
  monthNotClosed: "Měsíc není uzavřený.",
  monthMailed:
    "Přehled už byl rozeslán. Opravu ukáže přehled následujícího měsíce, nebo měsíc znovu otevřete.",
  portfolioMonthClosed: "Měsíc všech projektů už je uzavřený.",
  monthsStillOpen: "Některý projekt byl mezitím znovu otevřen. Zkuste měsíc uzavřít ještě jednou.",
  confirmMissing: "Potvrďte, že chcete měsíc uzavřít i s tím, co chybí.",
  monthBeingMailed: "Přehled se právě rozesílá. Zkuste to za chvíli znovu.",
  nothingMissing: "V neuzavřených projektech nic nechybí, není na co upozornit.",
  nobodyToNudge: "Není koho upozornit: projekt nemá nikoho dalšího, kdo by údaje doplnil.",
};
