/** Puts the focus on the heading of the page in `main`: whoever goes by keyboard or by ear goes on there. */
export function focusHeading(main: HTMLElement): void {
  const heading = main.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
