-- CreateIndex
CREATE INDEX "audit_principalId_lastSeq_idx" ON "audit"("principalId", "lastSeq");

-- CreateIndex
CREATE INDEX "audit_action_lastSeq_idx" ON "audit"("action", "lastSeq");

-- by hand:
-- A trail grows in the order of time: its days are found without an entry for each row.
CREATE INDEX "audit_at" ON "audit" USING brin ("at");
