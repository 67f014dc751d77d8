/** Making elements: no library, because every kilobyte is somebody's wait. */

type Child = Node | string | null;

/** An element with attributes and children; null children are left out. Texts are texts, never HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/** Puts these in the place of everything that the element holds. */
export function fill(element: HTMLElement, ...children: Child[]): void {
  element.textContent = '';
  for (const child of children) if (child !== null) element.append(child);
}
