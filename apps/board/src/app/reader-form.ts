/** The address of a file to take away, in the reader's language and by the clocks of where they are. */
export function inReadersForm(path: string, locale: string): string {
  const params = new URLSearchParams({
    lang: locale === 'en' ? 'en' : 'zh',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return `${path}${path.includes('?') ? '&' : '?'}${params.toString()}`;
}
