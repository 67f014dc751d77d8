/** Where a person says who they are. */
export function SignInPage() {
  return null;
}
