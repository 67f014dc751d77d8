-- CreateIndex
CREATE INDEX "survey_askedAt_idx" ON "survey"("askedAt");

-- by hand:
-- Whoever wanted to hear of all that waits, when there was less of it, hears of what has been added since.
UPDATE "notification_channel" SET "kinds" = "kinds" || ARRAY(
    SELECT k FROM unnest(ARRAY['APPROVAL_ASKED', 'FINAL_ANSWER_ASKED', 'RESOLUTION_ANSWERED', 'CUSTOMER_WROTE',
      'CUSTOMER_ANGRY', 'SURVEY_ANSWERED']::"NotificationKind"[]) AS k WHERE k <> ALL("kinds"))
  WHERE "kinds" @> ARRAY['DISPATCH_WAITING', 'CLAIM_WAITING', 'HANDOFF_ASKED', 'CONTESTED', 'APPEALED', 'HOLD_REQUESTED',
    'DUTY_GIVEN', 'DEADLINE_BREACHED', 'ESCALATED', 'DEADLINE_APPROACHING', 'SUPERVISED', 'URGED',
    'ASSIGNED']::"NotificationKind"[];
