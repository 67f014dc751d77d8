/** The live board. */
export function BoardPage() {
  return <div />;
}
