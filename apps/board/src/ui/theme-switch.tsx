import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useT } from '../i18n/use-t.ts';
import { Segments } from './segments.tsx';

const CHOICES = [
  { value: 'light', Icon: IconSun },
  { value: 'dark', Icon: IconMoon },
  { value: 'auto', Icon: IconDeviceDesktop },
] as const;

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const t = useT();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const options = CHOICES.map(({ value, Icon }) => {
    const label = t(`common.theme.${value}`);
    return {
      value,
      label: (
        <span title={label} aria-label={label} role="img" style={{ display: 'grid' }}>
          <Icon size={16} stroke={1.8} aria-hidden />
        </span>
      ),
    };
  });
  return <Segments label={t('common.theme')} value={colorScheme} options={options} onChange={setColorScheme} />;
}
