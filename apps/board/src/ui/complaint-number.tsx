import classes from './complaint-number.module.css';

/** The whole number where there is room for it; its last part, which people say on the phone, where there is not. */
export function ComplaintNumber({ number }: { number: string }) {
  const shortFrom = number.lastIndexOf('-') + 1;
  return (
    <span title={number}>
      <span className={classes.series}>{number.slice(0, shortFrom)}</span>
      {number.slice(shortFrom)}
    </span>
  );
}
