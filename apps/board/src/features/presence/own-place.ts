/** At which complaint the viewer has its drawer open; told by the drawer, and sent to the others by presence-link.ts. */
import { useEffect } from 'react';

let openId: string | null = null;
const listeners = new Set<() => void>();

export function openComplaint(): string | null {
  return openId;
}

export function onOpenComplaint(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(id: string | null): void {
  openId = id;
  for (const listener of [...listeners]) listener();
}

/** While this is shown, the viewer is at the complaint. */
export function useAtComplaint(complaintId: string): void {
  useEffect(() => {
    become(complaintId);
    return () => become(null);
  }, [complaintId]);
}
