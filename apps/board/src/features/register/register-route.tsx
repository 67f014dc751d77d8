/** The register form over the board. */
export function RegisterRoute() {
  return null;
}
