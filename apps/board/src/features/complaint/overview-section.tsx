import { useLocale, useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { fullTime, shortDate } from '../../ui/time.ts';
import type { ComplaintView } from './complaint-documents.ts';
import { CustomerFacts, Fact } from './customer-facts.tsx';
import { DeadlineList } from './deadline-list.tsx';
import { useRevealed } from './revealed.tsx';
import classes from './sections.module.css';

/** What the customer says and wants, who they are, the facts, and every clock. */
export function OverviewSection({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const locale = useLocale();
  const categoryName = (category: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? category.nameEn : category.nameZh;
  const moment = (at: string | null) => at && <time title={fullTime(at, locale)}>{shortDate(at, locale)}</time>;
  const { category, external } = complaint;
  const { read } = useRevealed();

  return (
    <div className={classes.section}>
      {complaint.demand !== null && (
        <div>
          <h3 className={classes.heading}>{t('complaint.demand')}</h3>
          <blockquote className={classes.demand}>{read(complaint.demand)}</blockquote>
        </div>
      )}
      <div>
        <h3 className={classes.heading}>{t('complaint.description')}</h3>
        <p className={classes.text}>{read(complaint.description)}</p>
      </div>
      <CustomerFacts complaint={complaint} />
      <div>
        <h3 className={classes.heading}>{t('complaint.facts')}</h3>
        <dl className={classes.facts}>
          <Fact term={t('complaint.occurredAt')}>{moment(complaint.occurredAt)}</Fact>
          <Fact term={t('complaint.place')}>{complaint.place && read(complaint.place)}</Fact>
          <Fact term={t('complaint.about')}>{complaint.about && read(complaint.about)}</Fact>
          <Fact term={t('complaint.consequences')}>
            {complaint.consequences.map((one) => t(`consequence.${one}`)).join(t('common.comma'))}
          </Fact>
          <Fact term={t('complaint.category')}>
            {category &&
              [category.parent, category]
                .filter((one) => one !== null)
                .map(categoryName)
                .join(' › ')}
          </Fact>
          <Fact term={t('complaint.kind')}>{t(`kind.${complaint.kind}`)}</Fact>
          <Fact term={t('complaint.external')}>{external && `${external.source} · ${external.id}`}</Fact>
          <Fact term={t('complaint.receivedAt')}>{moment(complaint.receivedAt)}</Fact>
          <Fact term={t('complaint.closedAt')}>{moment(complaint.closedAt)}</Fact>
        </dl>
      </div>
      <div>
        <h3 className={classes.heading}>{t('complaint.people')}</h3>
        <dl className={classes.facts}>
          <Fact term={t('complaint.department')}>
            {complaint.department ? <DepartmentDot department={complaint.department} /> : t('unit.unrouted')}
          </Fact>
          <Fact term={t('complaint.claimedByTerm')}>
            {complaint.claimedAt !== null && (
              <>
                {complaint.claimedBy?.name} {moment(complaint.claimedAt)}
              </>
            )}
          </Fact>
          <Fact term={t('complaint.processOwner')}>{complaint.processOwner?.name}</Fact>
          <Fact term={t('complaint.assignee')}>{complaint.assignee?.name ?? t('unit.unassigned')}</Fact>
          <Fact term={t('complaint.registrar')}>{complaint.registrar?.name}</Fact>
          <Fact term={t('complaint.rule')}>{complaint.routedBy?.name}</Fact>
        </dl>
      </div>
      <div>
        <h3 className={classes.heading}>{t('complaint.deadlines')}</h3>
        <DeadlineList deadlines={complaint.deadlines.nodes} round={complaint.round} />
      </div>
    </div>
  );
}
