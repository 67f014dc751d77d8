import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../../graphql.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { fullTime, shortDate } from '../../ui/time.ts';
import classes from './other-cases.module.css';
import sections from './sections.module.css';

const otherCasesQuery = graphql(`
  query OtherCases($id: ID!) {
    complaint(by: { id: $id }) {
      id
      otherCases {
        number stage
        complaint { id subject severity receivedAt department { id code nameZh nameEn shortName } }
      }
    }
  }
`);

/** What else the customer complained of; nothing while there is nothing. Cases out of sight have a number and a stage. */
export function OtherCases({ complaintId }: { complaintId: string }) {
  const t = useT();
  const locale = useLocale();
  const [{ data }] = useQuery({
    query: otherCasesQuery,
    variables: { id: complaintId },
    requestPolicy: 'cache-and-network',
  });
  const cases = data?.complaint?.otherCases ?? [];
  if (cases.length === 0) return null;
  return (
    <section className={classes.root} aria-label={t('complaint.otherCases')}>
      <h3 className={sections.heading}>{t('complaint.otherCases')}</h3>
      <ul className={classes.cases}>
        {cases.map(({ number, stage, complaint }) => (
          <li key={number} className={classes.case}>
            {complaint === null ? (
              <span className={classes.number}>{number}</span>
            ) : (
              <Link className={classes.number} to="/complaints/$number" params={{ number }} search={(search) => search}>
                {number}
              </Link>
            )}
            <span>{t(`stage.${stage}`)}</span>
            {complaint !== null && (
              <>
                <SeverityMark severity={complaint.severity} />
                {complaint.department !== null && <DepartmentDot department={complaint.department} />}
                <time title={fullTime(complaint.receivedAt, locale)}>{shortDate(complaint.receivedAt, locale)}</time>
                <span className={classes.subject}>{complaint.subject}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
