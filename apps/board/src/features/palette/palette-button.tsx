import { IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { openPalette } from '../../app/global-keys.tsx';
import { quietPartOf } from '../../app/parts.ts';
import { SHORTCUTS } from '../../app/shortcuts.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import { paletteMessages } from '../../i18n/messages/palette.ts';
import { useT } from '../../i18n/use-t.ts';
import { keyName } from './key-name.ts';
import classes from './palette-button.module.css';

addMessages(paletteMessages);

/** The way to the palette for those who don't know its key yet, or have none. */
export function PaletteButton() {
  const t = useT();
  const title = t('palette.title');
  // Who presses the key goes on typing: by then it should be here.
  useEffect(() => void quietPartOf(() => import('./palette.tsx')), []);
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={title}
      title={`${title} (${keyName(SHORTCUTS.everywhere.palette[0], t)})`}
      onClick={openPalette}
    >
      <IconSearch size={18} stroke={1.8} aria-hidden />
    </button>
  );
}
