/** What a bench says goes to the terminal and, with `--write`, to docs/PERFORMANCE.md. */
const lines: string[] = [];

/** Says a line to both. */
export function print(line: string): void {
  console.log(line);
  lines.push(...line.split('\n'));
}

/** What was said since it was asked last, without empty lines around it. */
export function takeTranscript(): string {
  return lines
    .splice(0)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
