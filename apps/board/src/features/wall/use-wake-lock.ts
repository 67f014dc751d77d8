import { useEffect } from 'react';

/** Keeps the screen awake while the page is shown, where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const ask = async () => {
      if (document.hidden || isOver || !('wakeLock' in navigator)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
      } catch {
        // A battery that is low, or a browser that does not want to: the wall then sleeps like any page.
      }
    };
    void ask();
    // The browser lets go of it whenever the page is hidden.
    const shown = () => void ask();
    document.addEventListener('visibilitychange', shown);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', shown);
      void lock?.release();
    };
  }, []);
}
