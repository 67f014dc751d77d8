import { useState } from 'react';

/**
 * The version a form was opened on. The complaint may change underneath while a person types; what they decide was
 * decided on this one, so this one is sent, and the server tells them when it is stale.
 */
export function useBaseVersion(current: number): { version: number; takeLatest: () => void } {
  const [version, setVersion] = useState(current);
  return { version, takeLatest: () => setVersion(current) };
}
