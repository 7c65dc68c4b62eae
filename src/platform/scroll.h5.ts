/** As scroll.ts; the browser also heeds `scroll-margin-top`, which keeps clear of the page's own bar. */
export function scrollToId(id: string): void {
  document.getElementById(id)?.scrollIntoView();
}
