export interface Pagination {
  summary: string;
  previous?: string;
  next?: string;
  pages: { label: string; href?: string; isCurrent?: boolean }[];
}

export const PAGE_SIZE = 50;

/** Which rows a page of a list shows: `page` counts from 1. */
export function pageOf(page: number): { limit: number; offset: number } {
  return { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
}

/** The number in `?page=`; anything else is the first page. */
export function pageNumber(text: unknown): number {
  return typeof text === "string" && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** First, last and the neighbours of the page at hand; what is left out prints as a gap. */
export function presentPagination(list: {
  page: number;
  total: number;
  /** Rows of a page, where they are not so many as elsewhere. */
  size?: number;
  summary: string;
  href: (page: number) => string;
}): Pagination {
  const last = Math.max(1, Math.ceil(list.total / (list.size ?? PAGE_SIZE)));
  const shown = [1, list.page - 1, list.page, list.page + 1, last].filter(
    (page, index, all) => page >= 1 && page <= last && all.indexOf(page) === index,
  );
  const pagination: Pagination = { summary: list.summary, pages: [] };
  let previous = 0;
  for (const page of shown.toSorted((a, b) => a - b)) {
    if (page > previous + 1) pagination.pages.push({ label: "…" });
    pagination.pages.push(
      page === list.page
        ? { label: String(page), isCurrent: true }
        : { label: String(page), href: list.href(page) },
    );
    previous = page;
  }
  if (list.page > 1) pagination.previous = list.href(Math.min(list.page - 1, last));
  if (list.page < last) pagination.next = list.href(list.page + 1);
  return pagination;
}
