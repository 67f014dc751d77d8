import { createTheme } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

/** One accent, for what the viewer can do now. */
const accent: MantineColorsTuple = [
  '#e6f4f5',
  '#d1e8ea',
  '#a4d1d5',
  '#74b9bf',
  '#4da5ad',
  '#3299a2',
  '#1c8f99',
  '#0b6670',
  '#085861',
  '#044a52',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 7 },
  colors: { accent },
  fontFamily: 'var(--font-text)',
  headings: { fontFamily: 'var(--font-text)', fontWeight: '600' },
  // Nothing is smaller than 12 px (board.md, rule 3).
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
});
