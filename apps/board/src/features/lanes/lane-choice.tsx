import { IconChevronDown } from '@tabler/icons-react';
import { addMessages } from '../../i18n/catalogue.ts';
import { laneMessages } from '../../i18n/messages/lanes.ts';
import { useT } from '../../i18n/use-t.ts';
import { DropDown } from '../../ui/drop-down.tsx';
import classes from '../board/filter-bar.module.css';
import { LANE_KINDS } from './lane-kinds.ts';

addMessages(laneMessages);

/** By what the board is laid out in lanes; it lives in the URL. */
export function LaneChoice({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (lanes: string | undefined) => void;
}) {
  const t = useT();
  const chosen = LANE_KINDS.find((kind) => kind === value);
  const options = [undefined, ...LANE_KINDS];
  return (
    <DropDown
      label={t('lanes.by')}
      className={classes.chip}
      isMarked={chosen !== undefined}
      button={
        <>
          <span className={classes.chipWords}>
            {chosen === undefined ? t('lanes.by') : t('lanes.chosen', { by: t(`lanes.by.${chosen}`) })}
          </span>
          <IconChevronDown size={13} stroke={1.8} aria-hidden />
        </>
      }
    >
      <div role="radiogroup" aria-label={t('lanes.by')}>
        {options.map((kind) => (
          <label key={kind ?? 'none'} className={classes.option}>
            <input type="radio" name="lanes" checked={kind === chosen} onChange={() => onChange(kind)} />
            {t(`lanes.by.${kind ?? 'none'}`)}
          </label>
        ))}
      </div>
    </DropDown>
  );
}
