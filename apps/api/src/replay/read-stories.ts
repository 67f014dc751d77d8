/** A log as the stories of its cases, checked as a whole before anything is played. */
import { ImportError } from '../import/import-error.ts';
import { storyOf } from './case-steps.ts';
import type { CaseStory } from './case-steps.ts';
import { readLog } from './read-log.ts';

/** @throws ImportError when the file is no such log to its end, or tells of what has not happened yet. */
export async function readStories(path: string, zone: string, now: Date): Promise<CaseStory[]> {
  const stories: CaseStory[] = [];
  for await (const rows of readLog(path, zone)) {
    const story = storyOf(rows);
    const last = story.steps.at(-1)!;
    if (last.at > now.getTime()) {
      throw new ImportError(
        `Line ${rows[0]!.line}: case ${story.caseId} goes on until ${new Date(last.at).toISOString()}, which lies in the future.`,
      );
    }
    stories.push(story);
  }
  return stories;
}
