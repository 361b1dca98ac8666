/** What is wrong with naming a deputy. Part of `errors`. */
export const deputyErrors = {
  deputyFromPast: "Zástup může začít nejdříve dnes.",
  deputyTooLong: "Zástup může trvat nejdéle rok. Na delší dobu agendu předejte.",
  deputyOverlaps: (name: string) =>
    `V některý z těch dnů už zástup je: ${name}. Nejdříve ho ukončete, nebo zvolte jiné dny.`,
  deputyOver: "Zástup už skončil.",
  deputyJoinsTeam: "V zástupu si nemůžete přidat ani změnit vlastní roli v projektu.",
  deputyRemovesPerson: "Toho, koho zastupujete, nemůžete odebrat z týmu ani mu změnit roli.",
  deputyTakesOver: "V zástupu si nemůžete agendu předat sami sobě. Zvolte někoho jiného.",
};
