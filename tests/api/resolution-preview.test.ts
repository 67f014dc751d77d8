import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const PREVIEW = `query ($id: ID!, $kind: ResolutionKind!, $amountMinor: MinorUnits, $orderMinor: MinorUnits) {
  complaint(by: { id: $id }) { resolutionPreview(kind: $kind, amountMinor: $amountMinor, orderMinor: $orderMinor) {
    currency deviates isOrderNeeded approvalRoles suits earlierPayments standard { minor currency } } } }`;

const preview = async (id: string, kind: string, amounts: Record<string, number> = {}) =>
  (
    await (
      await company.as('driver')
    ).ok<{ complaint: { resolutionPreview: object } }>(PREVIEW, { id, kind, ...amounts })
  ).complaint.resolutionPreview;
const working = () => company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();

test('[RS19] a preview says what the same proposal then comes to, and writes nothing', async () => {
  const { id } = await working();
  const previewed = await preview(id, 'COMPENSATION', { amountMinor: 600_000 });
  expect(previewed).toMatchObject({
    currency: 'CNY',
    standard: { minor: 100_000, currency: 'CNY' },
    deviates: true,
    approvalRoles: ['SUPERVISOR', 'EXECUTIVE'],
    suits: true,
    isOrderNeeded: false,
    earlierPayments: 0,
  });
  const client = await company.as('driver');
  const RESOLUTIONS = `query ($id: ID!) { complaint(by: { id: $id }) {
    resolutions { nodes { deviates approvalRoles standard { minor currency } } } } }`;
  const proposed = async () =>
    (await client.ok<{ complaint: { resolutions: { nodes: object[] } } }>(RESOLUTIONS, { id })).complaint.resolutions
      .nodes;
  expect(await proposed()).toEqual([]);
  const input = { complaintId: id, kind: 'COMPENSATION', what: '赔付', amountMinor: 600_000 };
  await act(client, 'resolutionPropose', input);
  expect(previewed).toMatchObject((await proposed())[0]!);
});

test('[RS19] an amount that is none yet says nothing, and what was found rules kinds out', async () => {
  const { id: complaintId } = await working();
  for (const amountMinor of [0, -5, 1_000_000_000_000])
    expect(await preview(complaintId, 'GOODWILL', { amountMinor })).toMatchObject({
      standard: null,
      deviates: false,
      approvalRoles: [],
    });
  const client = await company.as('driver');
  await act(client, 'validityDecide', { complaintId, validity: 'UNFOUNDED', reason: '不属实' });
  expect(await preview(complaintId, 'REFUND', { amountMinor: 100 })).toMatchObject({ suits: false });
  expect(await preview(complaintId, 'APOLOGY')).toMatchObject({ suits: true });
});
