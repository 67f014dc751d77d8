import type { KeyboardEvent } from 'react';
import { useDigits } from '../../i18n/use-digits.ts';
import { useT } from '../../i18n/use-t.ts';
import { departmentColor } from '../../ui/department-name.ts';
import { pairKey, RULING } from './handoff-matrix.ts';
import type { HandoffMatrix } from './handoff-matrix.ts';
import classes from './handoffs.module.css';
import { PairFace } from './pair-face.tsx';
import { useUnitName } from './unit-name.ts';

interface Props {
  matrix: HandoffMatrix;
  /** The key of the pair whose cards are shown. */
  chosen: string | undefined;
  onChoose: (key: string) => void;
}

/** The departments that wait, down; those they wait for, across. Arrow keys go from cell to cell. */
export function MatrixTable({ matrix, chosen, onChoose }: Props) {
  const digits = useDigits();
  const t = useT();
  const nameOf = useUnitName(matrix);
  const sum = (keys: readonly string[]) => keys.reduce((n, key) => n + (matrix.pairs.get(key)?.waits.length ?? 0), 0);
  return (
    <div className={classes.scroller}>
      <table className={classes.matrix}>
        <caption className={classes.caption}>{t('views.handoffs.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes.spoken}>{t('views.handoffs.from')}</span>
            </th>
            {matrix.columns.map((to) => (
              <th key={to} scope="col">
                <Unit code={to} name={nameOf(to, true)} title={nameOf(to)} />
              </th>
            ))}
            <th scope="col" className={classes.sum}>
              {t('views.handoffs.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((from, y) => (
            <tr key={from}>
              <th scope="row">
                <Unit code={from} name={nameOf(from, true)} title={nameOf(from)} />
              </th>
              {matrix.columns.map((to, x) => {
                const key = pairKey(from, to);
                const pair = matrix.pairs.get(key);
                return (
                  <td key={to}>
                    {pair !== undefined && (
                      <button
                        type="button"
                        className={classes.cell}
                        data-x={x}
                        data-y={y}
                        data-breached={pair.breached > 0 || undefined}
                        aria-pressed={key === chosen}
                        onClick={() => onChoose(key)}
                        onKeyDown={goByArrows}
                      >
                        <span className={classes.spoken}>
                          {t('views.handoffs.pair', { from: nameOf(from), to: nameOf(to) })}
                        </span>
                        <PairFace pair={pair} />
                      </button>
                    )}
                  </td>
                );
              })}
              <td className={classes.sum}>{digits(sum(matrix.columns.map((to) => pairKey(from, to))))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('views.handoffs.sum')}</th>
            {matrix.columns.map((to) => (
              <td key={to} className={classes.sum}>
                {digits(sum(matrix.rows.map((from) => pairKey(from, to))))}
              </td>
            ))}
            <td className={classes.sum}>{digits(sum([...matrix.pairs.keys()]))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Unit({ code, name, title }: { code: string; name: string; title: string }) {
  return (
    <span className={classes.unit} title={title}>
      {code !== RULING && <span className={classes.dot} style={{ background: departmentColor(code) }} />}
      <span className={classes.clip}>{name}</span>
    </span>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The focus goes to the next cell with anything in it in the direction of the arrow: in line first, else the nearest. */
function goByArrows(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = STEPS[event.key];
  const here = event.currentTarget;
  if (step === undefined) return;
  const [dx, dy] = step;
  const at = (cell: HTMLElement) => [Number(cell.dataset['x']), Number(cell.dataset['y'])] as const;
  const [x, y] = at(here);
  const ahead = [...(here.closest('table')?.querySelectorAll<HTMLElement>('[data-x]') ?? [])]
    .map((cell) => {
      const [cx, cy] = at(cell);
      const along = (cx - x) * dx + (cy - y) * dy;
      return { cell, along, aside: Math.abs(dx === 0 ? cx - x : cy - y) };
    })
    .filter(({ along }) => along > 0)
    .sort((a, b) => a.aside - b.aside || a.along - b.along);
  event.preventDefault();
  ahead[0]?.cell.focus();
}
