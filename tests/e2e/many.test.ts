/** Many cards at once, and disputes between departments. */
import { complaintAssign } from '@redress/domain/actions/complaint-assign';
import { handoffDecline } from '@redress/domain/actions/handoff-decline';
import { handoffRequest } from '@redress/domain/actions/handoff-request';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { card, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

/** A complaint that two departments declined. */
async function contested(): Promise<string> {
  const { uuid, number } = await stage.seed.complaint().routed('logistics').claimed();
  for (const toDepartmentCode of ['warehouse', 'service']) {
    const asked = await handoffRequest(stage.seed.system, {
      complaintId: uuid,
      toDepartmentCode,
      reason: '不归物流',
      expectedVersion: null,
    });
    const id = asked.ok ? asked.outcome.handoffId! : '';
    const decline = { preset: 'NOT_OURS', reason: '出库单齐全', belongsToDepartmentCode: null } as const;
    await handoffDecline(stage.seed.system, { id, ...decline });
  }
  return number;
}

describe('many cards at once', () => {
  test('[UI21] what could be done is let go; what was refused stays selected and says why at its card', async () => {
    const free = await stage.seed.complaint().routed('logistics');
    const claimed = await stage.seed.complaint().routed('logistics').claimed();
    const page = await stage.at('logistics');
    const box = (number: string) => page.getByRole('checkbox', { name: `选择 ${number}` });
    await card(page, free.number).getByRole('link').focus();
    await page.keyboard.press('x');
    expect(await box(free.number).isChecked()).toBe(true);
    await box(claimed.number).check();

    const bar = page.getByRole('region', { name: '批量操作' });
    await bar.getByText('已选 2 条').waitFor();
    await bar.getByRole('button', { name: '接单' }).click();
    await card(page, claimed.number).getByRole('alert').getByText('无需重复操作').waitFor();
    await expect.poll(() => box(free.number).isChecked()).toBe(false);
    expect(await box(claimed.number).isChecked()).toBe(true);
    const { claimedById } = await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number: free.number } });
    expect(claimedById).toBe(stage.members.logistics.id);

    await bar.getByRole('button', { name: '转办' }).click();
    await bar.getByLabel('转给').selectOption('warehouse');
    await bar.getByLabel('原因').fill('货在仓库');
    await bar.getByRole('button', { name: '转办' }).last().click();
    await card(page, claimed.number).getByText('已等', { exact: false }).waitFor();
    await bar.getByRole('button', { name: '结束选择' }).click();
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(0);
  });

  test('[UN6] an assignment of several goes back at once; what a colleague changed meanwhile stays, and says why', async () => {
    const own = await stage.seed.complaint().routed('logistics').claimed();
    const others = await stage.seed.complaint().routed('logistics').claimed();
    const page = await stage.at('logistics');
    for (const { number } of [own, others]) {
      await card(page, number).getByRole('link').focus();
      await page.keyboard.press('x');
    }
    const bar = page.getByRole('region', { name: '批量操作' });
    await bar.getByRole('button', { name: '指派' }).click();
    await bar.getByLabel('经办人').selectOption({ index: 1 });
    await bar.getByRole('button', { name: '指派' }).last().click();
    const told = page.getByRole('group', { name: '刚才做的' });
    await told.getByText('2 件投诉已改派').waitFor();

    const assign = { id: others.uuid, assigneeId: null, expectedVersion: null };
    await complaintAssign(stage.seed.system, assign);
    // By the key of the bar itself: nothing covers it while cards are being selected.
    await told.getByRole('button', { name: /撤销/ }).click();
    await told.getByText('1 件已撤销').waitFor();
    await told.getByText(`${others.number}：之后又有变化，没有撤销`).waitFor();
    await card(page, others.number).getByRole('alert').getByText('之后又有变化').waitFor();
    expect(await page.getByRole('checkbox', { name: `选择 ${others.number}` }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: `选择 ${own.number}` }).isChecked()).toBe(false);
    const { assigneeId } = await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number: own.number } });
    expect(assigneeId).toBeNull();
  });
});

describe('a dispute', () => {
  test('[UI22] stands on its card; a coordinator rules in the drawer, the department appeals, the figures tell, an appeal is decided', async () => {
    const number = await contested();
    const page = await stage.at('coordinator', { path: '/?contested=1' });
    await card(page, number).getByText('待裁定', { exact: false }).waitFor();
    await card(page, number)
      .getByRole('link', { name: `裁定 ${number}` })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('region', { name: '责任争议' }).getByText('出库单齐全').first().waitFor();
    await dialog.getByLabel('处理部门').click();
    // Those of the dispute stand first.
    const disputing = page.getByRole('group', { name: '争议中提到的部门' });
    await disputing.getByRole('option', { name: /warehouse/ }).click();
    const ruling = dialog.locator('form').filter({ has: page.getByRole('button', { name: '裁定', exact: true }) });
    await ruling.getByRole('textbox').last().fill('库内丢失');
    await dialog.getByRole('button', { name: '裁定', exact: true }).click();
    await dialog.getByText('裁定由warehouse部处理').first().waitFor();
    // It matches the filter no more.
    await expect.poll(() => card(page, number).count()).toBe(0);

    const head = await stage.at('warehouse', { path: `/complaints/${number}` });
    const drawer = head.getByRole('dialog');
    await drawer.getByRole('button', { name: '申诉', exact: true }).click();
    const appeal = drawer.locator('form').filter({ has: head.getByRole('button', { name: '提出申诉' }) });
    await appeal.getByRole('textbox').last().fill('已经出库');
    await drawer.getByRole('button', { name: '提出申诉' }).click();
    await drawer.getByText('已申诉，等待裁决').waitFor();

    await page.goto(`${stage.server.url}/figures/declines?period=week`);
    const row = page.getByRole('row', { name: /warehouse/ });
    await row.getByText('高于目标').waitFor();
    // Asked twice: the other test's handoff still waits.
    expect(await row.getByRole('cell').allTextContents()).toEqual(['100% 高于目标', '1', '1', '0', '2']);

    const supervisor = await stage.at('supervisor', { path: `/complaints/${number}` });
    const deciding = supervisor.getByRole('dialog');
    const form = deciding.getByRole('form', { name: '裁决申诉' });
    // The next thing to do may be open already.
    await form
      .or(deciding.getByRole('button', { name: '裁决申诉' }))
      .first()
      .waitFor();
    if ((await form.count()) === 0) await deciding.getByRole('button', { name: '裁决申诉' }).click();
    await form.getByLabel('改由其他部门处理').check();
    await form.getByLabel('处理部门').click();
    await supervisor.getByRole('option', { name: /service/ }).click();
    await form.getByLabel('原因').fill('出库单有客服签字');
    await form.getByRole('button', { name: '裁决', exact: true }).click();
    await drawer.getByText('申诉后改由service部处理').waitFor();

    await page.reload();
    await row.getByText('0%', { exact: true }).waitFor();
    expect(await row.getByRole('cell').allTextContents()).toEqual(['0%', '0', '1', '0', '2']);
  });
});

describe('how it looks', () => {
  const looks = [
    { locale: 'zh-CN', colorScheme: 'light', width: 1440 },
    { locale: 'en-US', colorScheme: 'dark', width: 390 },
  ] as const;

  test.each(looks)(
    '[UI12] a dispute in the drawer, and the figures of declines, are readable and whole: $locale, $colorScheme, $width wide',
    async ({ width, ...options }) => {
      const number = await contested();
      const viewport = { width, height: 844 };
      const path = `/complaints/${number}`;
      const page = await stage.at('coordinator', { ...options, path, viewport, bypassCSP: true });
      const dispute = page.getByRole('dialog').getByRole('region', { name: /责任争议|Contested/ });
      await dispute.getByText('出库单齐全').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      // The dispute takes the room: a part that is chosen comes up, and is not looked for below the edge.
      const timeline = page.getByRole('tab', { name: /时间线|Timeline/ });
      const isHigh = async () => (await timeline.boundingBox())!.y < viewport.height / 2;
      expect(await isHigh()).toBe(false);
      await timeline.click();
      await expect.poll(isHigh).toBe(true);
      await page.goto(`${stage.server.url}/figures/declines?period=week`);
      await page.getByRole('row').nth(1).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    },
  );
});
