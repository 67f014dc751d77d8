import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { countDrafts } from '../../app/drafts.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import { signInMessages } from '../../i18n/messages/sign-in.ts';
import { useT } from '../../i18n/use-t.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Logo } from '../../ui/logo.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ThemeSwitch } from '../../ui/theme-switch.tsx';
import { DEMO_PASSWORD, useDemo } from './demo-accounts.ts';
import { DemoPanel } from './demo-panel.tsx';
import classes from './sign-in-page.module.css';
import { useSignIn } from './use-sign-in.ts';

addMessages(signInMessages);

/** Where a person says who they are. */
export function SignInPage() {
  const t = useT();
  const { next, ended } = useSearch({ from: '/sign-in' });
  const demo = useDemo();
  const { busy, refusal, failure, waitSeconds, signIn } = useSignIn(next);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const incomplete = email.trim() === '' || password === '';
    setMissing(incomplete);
    if (incomplete) form.current?.querySelector<HTMLInputElement>('input:placeholder-shown')?.focus();
    else void signIn(email.trim(), password);
  };

  return (
    <div className={classes.page}>
      <main className={classes.sheet} data-demo={demo !== null || undefined}>
        <div className={classes.side}>
          <div className={classes.brand}>
            <Logo size={32} />
            <div>
              <div className={classes.product}>{t('common.product')}</div>
              <div className={classes.tagline}>{t('common.tagline')}</div>
            </div>
          </div>
          <form ref={form} className={classes.form} onSubmit={submit} noValidate>
            <h1 className={classes.title}>{t('signIn.title')}</h1>
            {ended === 'yes' && (
              <Notice kind="info">{t(countDrafts() > 0 ? 'signIn.endedDrafts' : 'signIn.ended')}</Notice>
            )}
            <TextInput
              label={t('signIn.email')}
              type="email"
              name="email"
              autoComplete="username"
              placeholder=" "
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              error={refusal?.fields['email'] ?? (missing && email.trim() === '' && t('signIn.emailNeeded'))}
            />
            <PasswordInput
              label={t('signIn.password')}
              name="password"
              autoComplete="current-password"
              placeholder=" "
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              error={refusal?.fields['password'] ?? (missing && password === '' && t('signIn.passwordNeeded'))}
            />
            {refusal !== null && refusal.message !== '' && <Notice kind="problem">{refusal.message}</Notice>}
            {failure !== null && (
              <Notice kind="problem">
                {failure.kind === 'server' ? t('signIn.serverFailed', { id: failure.id }) : t('signIn.failed')}
              </Notice>
            )}
            <Button type="submit" loading={busy} disabled={waitSeconds > 0}>
              {waitSeconds > 0 ? t('signIn.wait', { s: waitSeconds }) : t('signIn.submit')}
            </Button>
          </form>
          <div className={classes.switches}>
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </div>
        {demo !== null && (
          <DemoPanel
            demo={demo}
            disabled={busy || waitSeconds > 0}
            onPick={(account) => void signIn(account.email, DEMO_PASSWORD)}
          />
        )}
      </main>
    </div>
  );
}
