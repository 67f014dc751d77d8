/** The board's accent on white, for pages and mails that can't have its styles. */
export const ACCENT = '#0b6670';

/** Text inside HTML: in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
