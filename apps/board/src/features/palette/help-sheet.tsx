import { CloseButton, Switch } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { SHORTCUTS } from '../../app/shortcuts.ts';
import type { ShortcutPlace } from '../../app/shortcuts.ts';
import { setSingleKeys, useSingleKeys } from '../../app/single-keys.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { paletteMessages } from '../../i18n/messages/palette.ts';
import { useT } from '../../i18n/use-t.ts';
import { keyName } from './key-name.ts';
import { OverAll } from './over-all.tsx';
import classes from './palette.module.css';

addMessages(paletteMessages);

const PLACES = Object.keys(SHORTCUTS) as ShortcutPlace[];

/** Every key of the board, and the switch for those that are single letters anywhere on the page. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const isOn = useSingleKeys();
  return (
    <OverAll label={t('keys.title')} size={760} onClose={onClose}>
      <div className={classes.help}>
        <div className={classes.helpHead}>
          <h2 className={classes.helpTitle}>{t('keys.title')}</h2>
          <CloseButton aria-label={t('common.close')} onClick={onClose} data-autofocus />
        </div>
        <div className={classes.places}>
          {PLACES.map((place) => (
            <section key={place}>
              <h3 className={classes.place}>{t(`keys.${place}`)}</h3>
              <dl className={classes.keys}>
                {Object.entries(SHORTCUTS[place]).map(([name, keys]: [string, readonly string[]]) => (
                  <div key={name} className={classes.entry}>
                    <dt>{t(`keys.${place}.${name}` as MessageKey)}</dt>
                    <dd>
                      {keys.map((key) => (
                        <kbd key={key} className={classes.key}>
                          {keyName(key, t)}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <Switch
          label={t('keys.single')}
          description={t('keys.singleHint')}
          checked={isOn}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
      </div>
    </OverAll>
  );
}
