import { VisuallyHidden } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { sameCauseQuery } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';

/**
 * The other complaints that the cause of this one has brought about, as far as whoever looks sees them. They open beside: the
 * presenter's screen is the room's, and what it shows stays where it is, with whatever is being typed.
 */
export function SameCause({ number }: { number: string }) {
  const t = useMeetingT();
  const [{ data }] = useQuery({ query: sameCauseQuery, variables: { number }, requestPolicy: 'cache-and-network' });
  const others = data?.complaint?.sameCause ?? [];
  if (others.length === 0) return null;
  return (
    <section>
      <h3 className={classes.heading}>{t('meeting.sameCause', { n: others.length })}</h3>
      <ul className={classes.record}>
        {others.map((other) => (
          <li key={other.id} className={classes.recordHead}>
            <SeverityMark severity={other.severity} size={11} />{' '}
            <Link
              to="/complaints/$number"
              params={{ number: other.number }}
              className={classes.way}
              target="_blank"
              rel="noopener"
            >
              {other.number} {other.subject} <IconExternalLink size={12} aria-hidden />
              <VisuallyHidden>{t('meeting.newTab')}</VisuallyHidden>
            </Link>{' '}
            <span className={classes.dim}>{t(`stage.${other.stage}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
