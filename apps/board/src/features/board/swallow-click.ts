/**
 * Keeps the click that a browser fires after a drag from opening the card it was dropped on: dnd-kit stops it on its
 * way, but a link follows its address all the same.
 */
export function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => event.preventDefault();
  addEventListener('click', swallow, { capture: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 50);
}
