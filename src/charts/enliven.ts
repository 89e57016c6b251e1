/**
 * Makes a drawn chart answer to pointer, touch and keyboard: every mark with a `title` shows it as a
 * tooltip, is reached with the arrow keys, and is named for screen readers. A mark with an `href` opens it.
 * Returns how to undo it.
 */
export function enliven(holder: HTMLElement, tip: HTMLElement, label: string): () => void {
  nameGroups(holder);
  // Plot adds groups later, for instance when the pointer moves.
  const observer = new MutationObserver(() => nameGroups(holder));
  observer.observe(holder, { childList: true, subtree: true });
  for (const svg of holder.querySelectorAll('svg')) {
    svg.setAttribute('role', 'group');
    if (!svg.hasAttribute('aria-label')) svg.setAttribute('aria-label', label);
  }
  const targets = makeTargets(holder);
  const controller = new AbortController();
  const { signal } = controller;

  const show = (target: Element) => {
    const text = target.getAttribute('data-tip') ?? '';
    if (text === '') return;
    const [headline = '', ...rest] = text.split('\n');
    const bold = document.createElement('b');
    bold.textContent = headline;
    tip.replaceChildren(bold, rest.join('\n'));
    tip.hidden = false;
    place(tip, target, holder);
  };
  const hide = () => {
    tip.hidden = true;
  };
  const targetOf = (event: Event) => (event.target instanceof Element ? event.target.closest('[data-tip]') : null);

  holder.addEventListener(
    'pointerover',
    (event) => {
      const target = targetOf(event);
      if (target) show(target);
      else hide();
    },
    { signal }
  );
  holder.addEventListener('pointerleave', hide, { signal });
  holder.addEventListener(
    'focusin',
    (event) => {
      const target = targetOf(event);
      if (!target) return;
      for (const other of targets) other.setAttribute('tabindex', other === target ? '0' : '-1');
      show(target);
    },
    { signal }
  );
  holder.addEventListener('focusout', hide, { signal });
  holder.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') return hide();
      const from = targetOf(event);
      const next = from && neighbour(targets, from, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
    { signal }
  );

  return () => {
    controller.abort();
    observer.disconnect();
    hide();
  };
}

/** Plot labels its groups without giving them a role, which says nothing to a screen reader. */
function nameGroups(holder: HTMLElement): void {
  for (const group of holder.querySelectorAll('g[aria-label]:not([role])')) group.setAttribute('role', 'group');
}

type Target = SVGElement;

function makeTargets(holder: HTMLElement): Target[] {
  const targets: Target[] = [];
  for (const title of holder.querySelectorAll('svg title')) {
    const mark = title.parentNode;
    if (!(mark instanceof SVGElement) || mark instanceof SVGSVGElement) continue;
    const text = title.textContent;
    // The browser's own tooltip would stand over ours.
    title.remove();
    const link = mark.parentNode instanceof SVGAElement ? mark.parentNode : null;
    const target = link ?? mark;
    target.setAttribute('data-tip', text);
    target.setAttribute('aria-label', text.replaceAll('\n', ', '));
    if (link) mark.removeAttribute('aria-label');
    else target.setAttribute('role', 'img');
    target.setAttribute('tabindex', targets.length === 0 ? '0' : '-1');
    targets.push(target);
  }
  return targets;
}

const DIRECTION: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
};

/** The mark that the key leads to: the nearest in that direction, else the next in order. */
function neighbour(targets: readonly Target[], from: Element, key: string): Target | null {
  if (key === 'Home') return targets[0] ?? null;
  if (key === 'End') return targets.at(-1) ?? null;
  const direction = DIRECTION[key];
  if (!direction) return null;
  const here = middle(from);
  let best: Target | null = null;
  let bestCost = Infinity;
  for (const target of targets) {
    if (target === from) continue;
    const there = middle(target);
    const along = (there.x - here.x) * direction[0] + (there.y - here.y) * direction[1];
    if (along <= 1) continue;
    const across = Math.abs((there.x - here.x) * direction[1]) + Math.abs((there.y - here.y) * direction[0]);
    const cost = along + across * 4;
    if (cost < bestCost) [best, bestCost] = [target, cost];
  }
  if (best) return best;
  const at = targets.findIndex((target) => target === from);
  return targets[at + (direction[0] + direction[1] > 0 ? 1 : -1)] ?? null;
}

function middle(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Above the mark where there is room, else below, and inside the chart's sides. */
function place(tip: HTMLElement, target: Element, holder: HTMLElement): void {
  const frame = (tip.offsetParent ?? holder).getBoundingClientRect();
  const box = target.getBoundingClientRect();
  const left = Math.min(Math.max(box.x + box.width / 2 - frame.x - tip.offsetWidth / 2, 0), Math.max(0, frame.width - tip.offsetWidth));
  const above = box.y - frame.y - tip.offsetHeight - 8;
  const isAbove = box.y - tip.offsetHeight - 8 > 0;
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(isAbove ? above : box.bottom - frame.y + 8)}px)`;
}
