/** Boards that were away: a dropped network, a killed server. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { card, dragTo, setStage, stageColumn } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

describe('being away', () => {
  test('[UI9] a board whose network dropped says so, and catches up by itself', async () => {
    const { number } = await stage.seed.complaint().routed('logistics');
    const [away, other] = [await stage.at('logistics'), await stage.at('coordinator')];
    await away.context().setOffline(true);
    await away.locator('[data-kind="offline"], [data-kind="reconnecting"]').waitFor();
    await dragTo(other, card(other, number), stageColumn(other, 'CONFIRMED'));
    await card(other, number, 'CONFIRMED').waitFor();
    await away.context().setOffline(false);
    await card(away, number, 'CONFIRMED').waitFor();
    await away.locator('[data-kind="live"]').waitFor();
  });

  test('[OV7] a move that a busy server sends away is sent again: the card stays where it was put', async () => {
    const { number } = await stage.seed.complaint().routed('logistics');
    const page = await stage.at('coordinator');
    const keys: (string | undefined)[] = [];
    await page.route('**/graphql', (route, request) => {
      if (!(request.postData() ?? '').includes('complaintMove') || keys.push(request.headers()['idempotency-key']) > 2)
        return route.continue();
      return route.fulfill({ status: 503, headers: { 'retry-after': '1' }, json: { error: { code: 'OVERLOADED' } } });
    });
    await dragTo(page, card(page, number), stageColumn(page, 'CONFIRMED'));
    await page.getByText('服务器忙，正在再试').first().waitFor();
    await card(page, number, 'CONFIRMED').waitFor();
    const stored = () => stage.db.prisma.complaint.findFirstOrThrow({ where: { number }, select: { stage: true } });
    await expect.poll(stored, { timeout: 15_000 }).toEqual({ stage: 'CONFIRMED' });
    expect(new Set(keys)).toEqual(new Set([expect.any(String)]));
    expect(keys).toHaveLength(3);
  });

  test('[UI28] a part that did not come comes with its styles once the server is back; one that a new release took away says so', async () => {
    await stage.seed.complaint().routed('logistics');
    const page = await stage.at('auditor');
    await page.route('**/assets/table-view-*', (route) => route.abort());
    await page.route(`${stage.server.url}/`, (route) => route.abort());
    await page.goto(`${stage.server.url}/?view=table`);
    await page.getByText('这一部分还没有加载出来').waitFor();
    await page.unroute('**/assets/table-view-*');
    await page.getByRole('table').waitFor();
    await page.getByText('这一部分还没有加载出来').waitFor({ state: 'hidden' });
    const links = page.locator('link[rel="stylesheet"][href*="table-view-"]');
    const rules = await links.evaluateAll((all) =>
      all.map((link) => (link as HTMLLinkElement).sheet?.cssRules.length ?? 0),
    );
    expect(rules).toEqual([expect.any(Number)]);
    expect(rules[0]).toBeGreaterThan(0);

    await page.route('**/assets/audit-page-*', (route) => route.fulfill({ status: 404 }));
    await page.unroute(`${stage.server.url}/`);
    await page.route(`${stage.server.url}/`, (route) => route.fulfill({ body: '<html></html>' }));
    await page.getByRole('button', { name: '账户' }).click();
    await page.getByRole('link', { name: '审计' }).click();
    await page.getByText('Redress 已经更新').waitFor();
    await page.getByRole('table').waitFor();
  });

  test('[UI10] boards survive a server that is killed: both catch up and show what is stored', async () => {
    const seeded = [];
    for (let i = 0; i < 3; i++) seeded.push(await stage.seed.complaint().routed('logistics'));
    const pages = [await stage.at('logistics'), await stage.at('coordinator')];
    const [first, second] = seeded.map(({ number }) => number);
    await dragTo(pages[1]!, card(pages[1]!, first!), stageColumn(pages[1]!, 'CONFIRMED'));
    await card(pages[0]!, first!, 'CONFIRMED').waitFor();

    await stage.server.kill();
    await Promise.all(pages.map((page) => page.locator('[data-kind="offline"], [data-kind="reconnecting"]').waitFor()));
    // Something happens while no server runs, and one starts again.
    await stage.seed.complaint({ subject: '停机时登记的投诉' }).routed('logistics');
    await stage.server.start();

    await Promise.all(pages.map((page) => page.locator('[data-kind="live"]').waitFor({ timeout: 40_000 })));
    await Promise.all(pages.map((page) => page.getByText('停机时登记的投诉').first().waitFor()));
    await dragTo(pages[0]!, card(pages[0]!, second!), stageColumn(pages[0]!, 'CONFIRMED'));
    await Promise.all(pages.map((page) => card(page, second!, 'CONFIRMED').waitFor()));
    const shown = await Promise.all(
      pages.map((page) =>
        page
          .locator('article[data-card]')
          .evaluateAll((all) =>
            all.map((one) => `${one.getAttribute('data-card')} ${one.getAttribute('data-stage')}`).sort(),
          ),
      ),
    );
    const stored = await stage.db.prisma.complaint.findMany({ select: { number: true, stage: true } });
    const expected = stored.map((row) => `${row.number} ${row.stage}`).sort();
    expect(shown).toEqual([expected, expected]);
  });
});
