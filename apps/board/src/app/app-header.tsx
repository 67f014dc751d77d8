/** The bar over every page: what this is, who is here, how the connection stands. */
export function AppHeader() {
  return <header>Redress</header>;
}
