import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether the program can be started here. A plain clone has few; what needs one is skipped by name without it. */
export function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
