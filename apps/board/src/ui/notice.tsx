import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

/**
 * Something said right beside the thing it is about: what happened and what to do. `problem` is announced at once; its
 * colour is the interface's, because red is for breaches.
 */
export function Notice({
  kind,
  children,
  action,
}: {
  kind: 'problem' | 'info';
  children: ReactNode;
  action?: ReactNode;
}) {
  const Icon = kind === 'problem' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={classes.root} data-kind={kind} role={kind === 'problem' ? 'alert' : 'status'}>
      <Icon className={classes.icon} size={18} stroke={1.8} aria-hidden />
      <div className={classes.body}>
        <div>{children}</div>
        {action !== undefined && <div className={classes.action}>{action}</div>}
      </div>
    </div>
  );
}
