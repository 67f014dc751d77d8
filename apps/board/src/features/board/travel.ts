/**
 * Lets cards that somebody else moved travel to their new place (board.md, rule 4). The place they leave is measured
 * just before the board renders anew; a copy flies over everything, because columns clip what they hold.
 */
const FLIGHT_MS = 200;
/** In a burst (a catch-up, a bulk move) flights would only be noise. */
const MOST_AT_ONCE = 12;

const mounted = new Map<string, HTMLElement>();
const departures = new Map<string, DOMRect>();

/** Called by each card with its element, null when it is taken down. */
export function registerCardElement(id: string, element: HTMLElement | null): void {
  if (element === null) mounted.delete(id);
  else mounted.set(id, element);
}

/** The element of a card, if it is rendered just now. */
export function cardElement(id: string): HTMLElement | undefined {
  return mounted.get(id);
}

/** The card that an element is in; null when it is in none. */
export function cardIdOf(element: Element): string | null {
  const card = element.closest('article[data-card]');
  for (const [id, one] of card === null ? [] : mounted) if (one === card) return id;
  return null;
}

/** Cards are about to change their place: remember where they stand. */
export function departing(ids: readonly string[]): void {
  departures.clear();
  if (ids.length > MOST_AT_ONCE || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const id of ids) {
    const element = mounted.get(id);
    if (element !== undefined) departures.set(id, element.getBoundingClientRect());
  }
}

/** The card has been rendered; if it departed just now, it arrives here. */
export function arriving(id: string, element: HTMLElement): void {
  const from = departures.get(id);
  if (from === undefined) return;
  const to = element.getBoundingClientRect();
  if (Math.abs(from.left - to.left) < 2 && Math.abs(from.top - to.top) < 2) return;
  departures.delete(id);
  fly(element, from, to);
}

function fly(element: HTMLElement, from: DOMRect, to: DOMRect): void {
  const copy = element.cloneNode(true) as HTMLElement;
  copy.setAttribute('aria-hidden', 'true');
  copy.inert = true;
  Object.assign(copy.style, {
    position: 'fixed',
    left: `${to.left}px`,
    top: `${to.top}px`,
    width: `${to.width}px`,
    height: `${to.height}px`,
    margin: '0',
    zIndex: '150',
    pointerEvents: 'none',
    transform: 'none',
  });
  document.body.append(copy);
  element.style.visibility = 'hidden';
  const flight = copy.animate(
    [{ transform: `translate(${from.left - to.left}px, ${from.top - to.top}px)` }, { transform: 'none' }],
    { duration: FLIGHT_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
  );
  const landed = () => {
    copy.remove();
    element.style.visibility = '';
  };
  flight.finished.then(landed, landed);
}
