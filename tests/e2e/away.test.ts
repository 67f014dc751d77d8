/** Boards that were away: a dropped network, a killed server. */
import { commentAdd } from '@redress/domain/actions/comment-add';
import { complaintEscalate } from '@redress/domain/actions/complaint-escalate';
import type { Request } from 'playwright-core';
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
    await expect.poll(stored).toEqual({ stage: 'CONFIRMED' });
    expect(new Set(keys)).toEqual(new Set([expect.any(String)]));
    expect(keys).toHaveLength(3);
  });

  test('[DR1] what did not go through after its form was left is told, with the way back to what was written', async () => {
    const { number, uuid } = await stage.seed.complaint().routed('logistics').claimed();
    const page = await stage.at('logistics', { path: `/complaints/${number}` });
    const supervisor = stage.seed.as(stage.members.supervisor);
    const told = page.getByRole('group', { name: '刚才做的' });
    let letGo: () => void = () => undefined;
    const hold = async (what: string, isLost: boolean) => {
      const mayGo = new Promise<void>((go) => (letGo = go));
      await page.route('**/graphql', async (route, request) => {
        const isMeant = (request.postData() ?? '').includes(what);
        if (isMeant) await mayGo;
        await (isMeant && isLost ? route.abort() : route.continue());
      });
    };
    const drawer = page.getByRole('dialog');
    const leave = async () => {
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
      letGo();
    };
    // No answer comes.
    await hold('commentAdd', true);
    await drawer.getByRole('button', { name: '内部留言' }).click();
    await drawer.getByRole('textbox', { name: '内部留言' }).fill('已联系承运商');
    await drawer.locator('form').getByRole('button', { name: '留言' }).click();
    await leave();
    await told.getByText('离开前提交的没有成功。服务器没有应答。').waitFor();
    await page.unrouteAll();
    await told.getByRole('button', { name: '回到那里' }).click();
    await drawer.getByRole('button', { name: '内部留言' }).click();
    await expect.poll(() => drawer.getByRole('textbox', { name: '内部留言' }).inputValue()).toBe('已联系承运商');
    await drawer.getByRole('button', { name: '取消' }).click();

    // The server says no: meanwhile somebody else took it up every level that the ladder has.
    await hold('complaintEscalate', false);
    await drawer.getByRole('button', { name: '上报' }).click();
    await drawer.locator('form').getByRole('textbox').fill('要承运商的上级出面');
    await drawer.locator('form').getByRole('button', { name: '上报' }).click();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    for (const reason of ['客户要曝光', '承运商不接电话', '法务已介入', '要总经理知道'])
      await complaintEscalate(supervisor, { id: uuid, reason });
    letGo();
    await told.getByText(/离开前提交的没有成功。(?!服务器没有应答)/).waitFor();
  });

  test('[UI31] what an act answered is shown while a reading is slow, the next act goes, and the late reading takes nothing back', async () => {
    const seeded = await stage.seed.complaint().routed('logistics').claimed().contacted();
    const page = await stage.page();
    let areEventsHeld = false;
    await page.routeWebSocket('**/graphql', (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) => {
        if (!areEventsHeld) socket.send(message);
      });
    });
    await stage.signIn(page, stage.members.logistics);
    await page.goto(`${stage.server.url}/complaints/${seeded.number}`);
    await page.locator('[data-kind="live"]').waitFor();
    const drawer = page.getByRole('dialog', { name: seeded.number });
    const moveTo = async (label: string, to: string) => {
      await drawer.getByRole('button', { name: '移动阶段', exact: true }).click();
      const form = drawer.getByRole('form', { name: '移动阶段' });
      await form.getByRole('button', { name: `移到「${label}」` }).click();
      await form.waitFor({ state: 'detached' });
      const { stage: stored } = await stage.db.prisma.complaint.findUniqueOrThrow({ where: { id: seeded.uuid } });
      expect(stored).toBe(to);
    };
    await drawer.getByRole('button', { name: '移动阶段', exact: true }).waitFor();

    // Somebody's comment has it read again, and that answers late.
    let letAnswer: () => void = () => undefined;
    const mayAnswer = new Promise<void>((go) => (letAnswer = go));
    const isReading = (request: Request) => (request.postData() ?? '').includes('"operationName":"ComplaintAgain"');
    const isRead = new Promise<void>((read) => {
      void page.route('**/graphql', async (route, request) => {
        if (!isReading(request)) return route.continue();
        const response = await route.fetch();
        read();
        await mayAnswer;
        await route.fulfill({ response });
      });
    });
    await commentAdd(stage.seed.as(stage.members.supervisor), { id: seeded.uuid, text: '请尽快', mentionedIds: [] });
    await isRead;
    areEventsHeld = true;
    await moveTo('受理', 'CONFIRMED');
    await moveTo('调查', 'INVESTIGATING');
    const late = page.waitForResponse((response) => isReading(response.request()));
    letAnswer();
    await (await late).finished();
    await drawer.getByRole('button', { name: '移动阶段', exact: true }).click();
    await drawer.getByRole('form', { name: '移动阶段' }).getByRole('button', { name: '移到「处理」' }).waitFor();
  });

  test('[UI31] a reading that an event asked for and that failed is tried again by itself', async () => {
    const { number, uuid } = await stage.seed.complaint().routed('logistics').claimed();
    const page = await stage.at('logistics', { path: `/complaints/${number}` });
    const drawer = page.getByRole('dialog', { name: number });
    await drawer.getByRole('button', { name: '移动阶段', exact: true }).waitFor();
    await page.locator('[data-kind="live"]').waitFor();
    let readings = 0;
    await page.route('**/graphql', (route, request) => {
      const isReading = (request.postData() ?? '').includes('"operationName":"ComplaintAgain"');
      return isReading && ++readings === 1 ? route.abort() : route.continue();
    });
    await complaintEscalate(stage.seed.as(stage.members.supervisor), { id: uuid, reason: '要承运商的上级出面' });
    await drawer.getByRole('region', { name: '升级、督办与催办' }).getByText('升级 1 级').waitFor();
    expect(readings).toBeGreaterThan(1);
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

    await Promise.all(pages.map((page) => page.locator('[data-kind="live"]').waitFor()));
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
