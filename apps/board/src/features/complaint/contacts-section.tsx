import { useLocale, useT } from '../../i18n/use-t.ts';
import { fullTime, shortDate } from '../../ui/time.ts';
import type { ComplaintView } from './complaint-documents.ts';
import { AttachedFiles } from './files/attached-files.tsx';
import { PromiseList } from './promise-list.tsx';
import { useRevealed } from './revealed.tsx';
import classes from './sections.module.css';
import { ToldList } from './told-list.tsx';

/** What the customer was promised, and what was said with them. */
export function ContactsSection({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  return (
    <div className={classes.section}>
      <PromiseList complaint={complaint} />
      <div>
        <h3 className={classes.heading}>{t('contact.title')}</h3>
        <ContactList complaint={complaint} />
      </div>
      <ToldList complaint={complaint} />
    </div>
  );
}

/** What was said between the company and the customer, newest first. */
function ContactList({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const locale = useLocale();
  const { read } = useRevealed();
  const contacts = complaint.contacts.nodes.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  if (contacts.length === 0) return <p className={classes.empty}>{t('complaint.noContacts')}</p>;
  return (
    <ul className={classes.list}>
      {contacts.map((contact) => (
        <li key={contact.id} className={classes.item}>
          <div className={classes.line}>
            <strong>{t(`direction.${contact.direction}`)}</strong>
            <span className={classes.dim}>
              {[
                t(`channel.${contact.channel}`),
                contact.by?.name,
                contact.toCustomer && t('complaint.contact.sent'),
                contact.confirmsFacts && t('timeline.factsConfirmed'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <time className={classes.state} title={fullTime(contact.at, locale)}>
              {shortDate(contact.at, locale)}
            </time>
          </div>
          <div className={classes.text}>{contact.summary === null ? t('timeline.erased') : read(contact.summary)}</div>
          <AttachedFiles complaint={complaint} files={contact.attachments} label={t('file.attached')} />
        </li>
      ))}
    </ul>
  );
}
