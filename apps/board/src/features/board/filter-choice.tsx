import { IconChevronDown } from '@tabler/icons-react';
import { useT } from '../../i18n/use-t.ts';
import { DropDown } from '../../ui/drop-down.tsx';
import classes from './filter-bar.module.css';

export interface FilterOption {
  value: string;
  label: string;
}

/** One condition of the filter with several possible values: a chip that says which are chosen, and a list to choose from. */
export function FilterChoice({
  label,
  options,
  chosen,
  onChange,
}: {
  label: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const t = useT();
  const labels = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <DropDown
      label={label}
      className={classes.chip}
      isMarked={labels.length > 0}
      button={
        <>
          <span className={classes.chipWords}>
            {labels.length === 0 ? label : `${label}: ${labels.join(t('board.listSeparator'))}`}
          </span>
          <IconChevronDown size={13} stroke={1.8} aria-hidden />
        </>
      }
    >
      {options.map((option) => (
        <label key={option.value} className={classes.option}>
          <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => toggle(option.value)} />
          {option.label}
        </label>
      ))}
    </DropDown>
  );
}
