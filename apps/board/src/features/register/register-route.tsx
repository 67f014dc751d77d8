import { Drawer } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { RegisterForm } from './register-form.tsx';
import { RegisteredCard } from './registered-card.tsx';
import classes from './register.module.css';
import { useRegister } from './use-register.ts';

/** The register form over the board. Closing it keeps what was typed. */
export function RegisterRoute() {
  const t = useT();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(true);
  const register = useRegister();
  const { registered } = register;
  return (
    <Drawer
      opened={opened}
      onClose={() => setOpened(false)}
      onExitTransitionEnd={() => void navigate({ to: '/', search: (search) => search })}
      position="right"
      size={760}
      title={<span className={classes.title}>{t('common.register')}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      overlayProps={{ backgroundOpacity: 0.18 }}
      transitionProps={{ duration: 160 }}
    >
      {registered === null ? (
        <RegisterForm register={register} />
      ) : (
        <RegisteredCard registered={registered} onAgain={register.again} />
      )}
    </Drawer>
  );
}
