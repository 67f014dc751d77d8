import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useT } from '../../i18n/use-t.ts';
import classes from './filter-bar.module.css';

export interface FilterOption {
  value: string;
  label: string;
}

/** One condition of the filter with several possible values: a chip that says which are chosen, and a menu to choose. */
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
    <Menu closeOnItemClick={false} position="bottom-start" shadow="md" width="max-content" withinPortal>
      <Menu.Target>
        <button type="button" className={classes.chip} data-chosen={labels.length > 0 || undefined}>
          <span className={classes.chipWords}>
            {labels.length === 0 ? label : `${label}: ${labels.join(t('board.listSeparator'))}`}
          </span>
          <IconChevronDown size={13} stroke={1.8} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah="60dvh" style={{ overflowY: 'auto' }}>
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(option.value)}
            leftSection={
              <IconCheck
                size={15}
                stroke={2}
                aria-hidden
                style={{ visibility: chosen.includes(option.value) ? 'visible' : 'hidden' }}
              />
            }
            onClick={() => toggle(option.value)}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
