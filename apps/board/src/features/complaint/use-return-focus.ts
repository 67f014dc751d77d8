import { useEffect } from 'react';

/**
 * Gives the focus back to what opened the complaint when it closes: the element that had it, or, when the page was
 * opened by its address, the complaint's card.
 */
export function useReturnFocus(number: string): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      // After the drawer's own focus trap has let go.
      setTimeout(() => {
        const card = document.querySelector<HTMLElement>(`a[href*="/complaints/${CSS.escape(number)}"]`);
        const target = opener instanceof HTMLElement && opener !== document.body && opener.isConnected ? opener : card;
        target?.focus();
      }, 0);
    };
  }, [number]);
}
