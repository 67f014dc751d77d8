/** One complaint, whole, over the board. */
export function ComplaintDrawer({ number }: { number: string; onClose: () => void }) {
  return <div>{number}</div>;
}
