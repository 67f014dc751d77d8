/** What departments do with each other's cards: claim, hand over, decline, accept. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { card, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

describe('claims and handoffs', () => {
  test('[UI6] a head claims from the card, and everyone sees whose it is', async () => {
    const { number } = await stage.seed.complaint().routed('logistics');
    const [head, coordinator] = [await stage.at('logistics'), await stage.at('coordinator')];
    await card(head, number).getByRole('button', { name: '接单' }).click();
    // The button goes away; whoever works by keys goes on from the card.
    expect(await head.evaluate(() => document.activeElement?.closest('article')?.dataset['card'])).toBe(number);
    await card(coordinator, number).getByText('李物流').first().waitFor();
    expect(await card(head, number).getByRole('button', { name: '接单' }).count()).toBe(0);
    const { claimedById } = await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number } });
    expect(claimedById).toBe(stage.members.logistics.id);
  });

  test('[UI7] a handoff is asked from the drawer, declined from the card with where it belongs, asked again, accepted', async () => {
    const { number } = await stage.seed.complaint().routed('logistics').claimed();
    const [asking, asked] = [await stage.at('logistics'), await stage.at('warehouse')];
    expect(await card(asked, number).count()).toBe(0);

    await askToTakeOver(asking, number, '库里有货没发，请仓储接手');
    await card(asked, number)
      .getByRole('button', { name: `退回 ${number}` })
      .click();
    await card(asked, number).getByRole('button', { name: '退回', exact: true }).last().click();
    // The decline ends the sight that the handoff gave.
    await expect.poll(() => card(asked, number).count()).toBe(0);

    await askToTakeOver(asking, number, '查过了，确实在仓储');
    await card(asked, number)
      .getByRole('button', { name: `接单 ${number}` })
      .click();
    await card(asking, number).getByTitle('warehouse部').waitFor();
    await expect
      .poll(async () =>
        (await stage.db.prisma.handoff.findMany({ orderBy: { requestedAt: 'asc' } })).map((row) => row.state),
      )
      .toEqual(['DECLINED', 'ACCEPTED']);
  });

  test('[UI8] what a person was typing is still there after the drawer was closed and the page loaded again', async () => {
    const { number } = await stage.seed.complaint().routed('logistics').claimed();
    const page = await stage.at('logistics', { path: `/complaints/${number}` });
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '内部留言' }).click();
    await dialog.getByRole('textbox').first().fill('客户说周四之后都不在家');
    await page.reload();
    await dialog.getByRole('button', { name: '内部留言' }).click();
    await expect.poll(() => dialog.getByRole('textbox').first().inputValue()).toBe('客户说周四之后都不在家');
  });
});

type Page = Awaited<ReturnType<Stage['at']>>;

async function askToTakeOver(page: Page, number: string, reason: string): Promise<void> {
  await page.goto(`${stage.server.url}/complaints/${number}`);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '转办', exact: true }).click();
  await dialog.getByLabel('转给').click();
  await page.getByRole('option', { name: /warehouse/ }).click();
  // Sections below may still load fields of their own.
  const form = dialog.locator('form').filter({ has: page.getByRole('button', { name: '发起转办' }) });
  await form.getByRole('textbox').last().fill(reason);
  await form.getByRole('button', { name: '发起转办' }).click();
  await dialog.getByText(reason).first().waitFor();
  await page.keyboard.press('Escape');
}
