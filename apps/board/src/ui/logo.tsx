/** The mark of the product. `size` in CSS pixels. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flex: 'none' }}>
      <rect width="32" height="32" rx="8" fill="#0b6670" />
      <path
        d="M9 23V9h7.2a4.6 4.6 0 0 1 0 9.2H9m7.4 0L22.4 23"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
