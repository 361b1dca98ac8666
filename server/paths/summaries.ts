/** Addresses of the summaries of all projects. */
export const summaryPaths = {
  summaries: () => "/summaries",
  summary: (month: string) => `/summaries/${month}`,
  summarySheets: (month: string) => `/summaries/${month}/sheets`,
  summaryFile: (month: string, format: string) => `/summaries/${month}.${format}`,
  summaryYear: (year: string) => `/summaries/years/${year}`,
};
