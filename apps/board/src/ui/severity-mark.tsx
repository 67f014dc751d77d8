import type { Severity } from '@redress/domain/rules/vocabulary';
import { useT } from '../i18n/use-t.ts';

/**
 * Severity as a shape with its own tone: a filled triangle for URGENT, a diamond for IMPORTANT, nothing for GENERAL.
 * `size` is in CSS pixels. The name is there for screen readers and on hover.
 */
export function SeverityMark({ severity, size = 12 }: { severity: Severity; size?: number }) {
  const t = useT();
  if (severity === 'GENERAL') return null;
  const name = t(`severity.${severity}`);
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" role="img" aria-label={name} style={{ flex: 'none' }}>
      <title>{name}</title>
      {severity === 'URGENT' ? (
        <path d="M6 .8 11.6 11H.4Z" fill="var(--urgent)" />
      ) : (
        <path d="M6 1.1 10.9 6 6 10.9 1.1 6Z" fill="none" stroke="var(--important)" strokeWidth="1.7" />
      )}
    </svg>
  );
}
