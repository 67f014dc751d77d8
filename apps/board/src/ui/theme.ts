import { createTheme, defaultVariantColorsResolver } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from '@mantine/core';
import type { KeyboardEvent } from 'react';

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

/** Mantine's dark surfaces in the hue of tokens.css: text 0–2, lines 4, fields and menus 5–6, page 7–9. */
const dark: MantineColorsTuple = [
  '#e9ecef',
  '#c2c8d0',
  '#99a2ad',
  '#6b7581',
  '#3a424c',
  '#272d35',
  '#1e2329',
  '#191d22',
  '#14171b',
  '#0f1215',
];

/** The accent is dark on light and light on dark; what stands on it follows. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const accented = input.color === undefined || input.color === 'accent';
  return accented && input.variant === 'filled' ? { ...colors, color: 'var(--accent-ink)' } : colors;
};

/**
 * Enter in an open list is about the list, and never sends the form around it half filled in. Mantine would choose the
 * option that it has counted, which it does a moment after the options are there: whoever types and presses at once
 * means the one that they see marked, or the first.
 */
function chooseInOpenList(event: KeyboardEvent<HTMLElement>): void {
  const input = event.target;
  if (event.key !== 'Enter' || !(input instanceof HTMLInputElement) || input.dataset.expanded === undefined) return;
  // Enter that ends the writing of a word by an input method is none.
  if (event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  const list = document.getElementById(input.getAttribute('aria-controls') ?? '');
  const option = (sort: string) => list?.querySelector<HTMLElement>(`[data-combobox-${sort}]`);
  // What was chosen before stands in the field as if it had been typed.
  const isTyped = !input.readOnly && input.value !== '' && !option('active');
  (option('selected') ?? (isTyped ? option('option') : null))?.click();
}

const CHOICE = { defaultProps: { onKeyDownCapture: chooseInOpenList } };

export const theme = createTheme({
  components: { Select: CHOICE, MultiSelect: CHOICE },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 5 },
  variantColorResolver,
  colors: { accent, dark },
  fontFamily: 'var(--font-text)',
  headings: { fontFamily: 'var(--font-text)', fontWeight: '600' },
  // Nothing is smaller than 12 px (board.md, rule 3).
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Ties Mantine's own variables to tokens.css, so that there is one set of colours. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-dim)',
    '--mantine-color-placeholder': 'var(--ink-dim)',
    '--mantine-color-default-border': 'var(--line-strong)',
    // What is wrong with an input is said in words beside it; red stays free for breaches.
    '--mantine-color-error': 'var(--ink)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-contrast': 'var(--accent-ink)',
    '--mantine-color-accent-filled': 'var(--accent)',
    '--mantine-color-accent-light-color': 'var(--accent)',
    '--mantine-color-accent-outline': 'var(--accent)',
    '--mantine-primary-color-light-color': 'var(--accent)',
  },
  light: { '--mantine-primary-color-filled-hover': '#095761', '--mantine-color-accent-filled-hover': '#095761' },
  dark: { '--mantine-primary-color-filled-hover': '#7ad3db', '--mantine-color-accent-filled-hover': '#7ad3db' },
});
