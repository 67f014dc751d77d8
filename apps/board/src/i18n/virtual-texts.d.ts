declare module 'virtual:first-texts/*' {
  import type { MessageKey } from './catalogue.ts';

  const texts: Readonly<Partial<Record<MessageKey, string>>>;
  export default texts;
}
