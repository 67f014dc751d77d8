import { CloseButton, Drawer } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addMessages } from '../../i18n/catalogue.ts';
import { complaintMessages } from '../../i18n/messages/complaint.ts';
import { registerMessages } from '../../i18n/messages/register.ts';
import { useT } from '../../i18n/use-t.ts';
import { RegisterForm } from './register-form.tsx';
import { RegisteredCard } from './registered-card.tsx';
import classes from './register.module.css';
import { useRegister } from './use-register.ts';

addMessages(complaintMessages);
addMessages(registerMessages);

/** The register form over the board. Closing it keeps what was typed. */
export function RegisterRoute() {
  const t = useT();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(true);
  const register = useRegister(opened);
  const { registered } = register;
  return (
    <Drawer.Root
      opened={opened}
      onClose={() => setOpened(false)}
      onExitTransitionEnd={() => void navigate({ to: '/', search: (search) => search })}
      position="right"
      size={760}
      transitionProps={{ duration: 160 }}
    >
      <Drawer.Overlay backgroundOpacity={0.18} />
      <Drawer.Content aria-label={t('common.register')}>
        <Drawer.Body className={classes.body}>
          <div className={classes.head}>
            <h2 className={classes.title}>{t('common.register')}</h2>
            <CloseButton aria-label={t('common.close')} onClick={() => setOpened(false)} />
          </div>
          {registered === null ? (
            <RegisterForm register={register} />
          ) : (
            <RegisteredCard registered={registered} onAgain={register.again} />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
