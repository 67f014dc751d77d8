-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('AGENT', 'DEPARTMENT_HEAD', 'DEPUTY_HEAD', 'SUPERVISOR', 'COORDINATOR', 'EXECUTIVE', 'GENERAL_MANAGER', 'AUDITOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('RECEIVED', 'CONFIRMED', 'INVESTIGATING', 'RESOLVING', 'FOLLOWING_UP', 'CLOSED');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('GENERAL', 'IMPORTANT', 'URGENT');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('PHONE', 'EMAIL', 'LIVE_CHAT', 'SOCIAL_MEDIA', 'WEB_FORM', 'MOBILE_APP', 'STORE', 'LETTER');

-- CreateEnum
CREATE TYPE "ComplaintKind" AS ENUM ('COMPLAINT', 'SUGGESTION', 'INQUIRY', 'PRAISE');

-- CreateEnum
CREATE TYPE "DeadlineKind" AS ENUM ('DISPATCH', 'CLAIM', 'RULING', 'FIRST_RESPONSE', 'PROGRESS', 'RESOLUTION', 'FOLLOW_UP', 'PROMISE', 'DUTY', 'REGULATOR');

-- CreateEnum
CREATE TYPE "DeadlineState" AS ENUM ('OPEN', 'MET', 'ENDED');

-- CreateEnum
CREATE TYPE "HandoffState" AS ENUM ('PENDING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DeclinePreset" AS ENUM ('NOT_OURS', 'INFORMATION_MISSING', 'DUPLICATE', 'OTHER');

-- CreateEnum
CREATE TYPE "ContactDirection" AS ENUM ('INBOUND', 'OUTBOUND');

-- CreateEnum
CREATE TYPE "AccessReason" AS ENUM ('HANDLING', 'REGISTERED', 'HANDOFF', 'SENT', 'DUTY');

-- CreateEnum
CREATE TYPE "GranteeKind" AS ENUM ('DEPARTMENT', 'MEMBER');

-- CreateEnum
CREATE TYPE "PrincipalKind" AS ENUM ('MEMBER', 'INTEGRATION', 'CUSTOMER', 'SYSTEM');

-- CreateEnum
CREATE TYPE "PolicyOrigin" AS ENUM ('DEFAULT', 'ADMIN');

-- CreateEnum
CREATE TYPE "TokenScope" AS ENUM ('READ', 'ACT');

-- CreateEnum
CREATE TYPE "NoteKind" AS ENUM ('REASON', 'COMMENT');

-- CreateTable
CREATE TABLE "stream" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" TEXT NOT NULL,
    "head" BIGINT NOT NULL,
    "floor" BIGINT NOT NULL DEFAULT 0,
    "origin" TEXT NOT NULL,

    CONSTRAINT "stream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "seq" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "v" SMALLINT NOT NULL,
    "changeId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" "PrincipalKind" NOT NULL,
    "actorId" UUID,
    "complaintId" UUID,
    "round" INTEGER,
    "noteId" UUID,
    "payload" JSONB NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "accessBefore" UUID[],
    "accessAfter" UUID[],

    CONSTRAINT "event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit" (
    "changeId" UUID NOT NULL,
    "firstSeq" BIGINT NOT NULL,
    "lastSeq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "principalKind" "PrincipalKind" NOT NULL,
    "principalId" UUID,
    "via" TEXT NOT NULL,
    "address" TEXT,
    "userAgent" TEXT,
    "requestId" TEXT,
    "complaintIds" UUID[],
    "diff" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("changeId")
);

-- CreateTable
CREATE TABLE "idempotency" (
    "principal" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "resultType" TEXT NOT NULL,
    "resultIds" JSONB NOT NULL,
    "cursor" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("principal","key")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "shortZh" TEXT NOT NULL,
    "shortEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_role" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "departmentId" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "member_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "address" TEXT,
    "userAgent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integration_token" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" "TokenScope"[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "integration_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "resetAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "origin" "PolicyOrigin" NOT NULL,
    "value" JSONB NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "code" TEXT NOT NULL,
    "parentCode" TEXT,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "severity" "Severity",
    "departmentId" UUID,
    "position" INTEGER NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "category_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "routing_rule" (
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "categoryPrefix" TEXT,
    "channel" "Channel",
    "region" TEXT,
    "product" TEXT,
    "departmentId" UUID NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "routing_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "region" TEXT,
    "tier" TEXT,
    "group" TEXT,
    "ageBand" TEXT,
    "occupation" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "ComplaintKind" NOT NULL,
    "channel" "Channel" NOT NULL,
    "severity" "Severity" NOT NULL,
    "stage" "Stage" NOT NULL,
    "position" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "categoryCode" TEXT,
    "departmentId" UUID,
    "routedAt" TIMESTAMPTZ(3),
    "routingRuleId" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "claimedById" UUID,
    "assigneeId" UUID,
    "processOwnerId" UUID,
    "registrarId" UUID,
    "customerId" UUID,
    "externalSource" TEXT,
    "externalId" TEXT,
    "trackingHash" TEXT,
    "occurredAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "stageSince" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "firstContactAt" TIMESTAMPTZ(3),
    "lastContactAt" TIMESTAMPTZ(3),
    "factsConfirmedAt" TIMESTAMPTZ(3),
    "pendingHandoffId" UUID,
    "isBreached" BOOLEAN NOT NULL,
    "history" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint_text" (
    "complaintId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "demand" TEXT,
    "place" TEXT,
    "about" TEXT,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "complaint_text_pkey" PRIMARY KEY ("complaintId")
);

-- CreateTable
CREATE TABLE "complaint_search" (
    "complaintId" UUID NOT NULL,
    "tokens" TEXT[],

    CONSTRAINT "complaint_search_pkey" PRIMARY KEY ("complaintId")
);

-- CreateTable
CREATE TABLE "complaint_access" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "granteeKind" "GranteeKind" NOT NULL,
    "granteeId" UUID NOT NULL,
    "reason" "AccessReason" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "complaint_access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "departmentId" UUID NOT NULL,
    "memberId" UUID,
    "handoffId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "channel" "Channel" NOT NULL,
    "direction" "ContactDirection" NOT NULL,
    "summary" TEXT,
    "confirmsFacts" BOOLEAN NOT NULL,
    "memberId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handoff" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "fromDepartmentId" UUID NOT NULL,
    "toDepartmentId" UUID NOT NULL,
    "state" "HandoffState" NOT NULL,
    "reason" TEXT,
    "requestedById" UUID,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "answerReason" TEXT,
    "declinePreset" "DeclinePreset",
    "belongsToDepartmentId" UUID,

    CONSTRAINT "handoff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "departmentId" UUID NOT NULL,
    "ownerId" UUID,
    "what" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "givenById" UUID,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "doneById" UUID,
    "doneAt" TIMESTAMPTZ(3),
    "waivedById" UUID,
    "waivedAt" TIMESTAMPTZ(3),
    "endNote" TEXT,

    CONSTRAINT "duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "kind" "DeadlineKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "state" "DeadlineState" NOT NULL,
    "departmentId" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "allowanceMs" BIGINT NOT NULL,
    "segments" JSONB NOT NULL,
    "policyId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "metAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "breachPublishedAt" TIMESTAMPTZ(3),
    "silent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "kind" "NoteKind" NOT NULL,
    "text" TEXT,
    "memberId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "event_complaintId_seq_idx" ON "event"("complaintId", "seq");

-- CreateIndex
CREATE INDEX "audit_lastSeq_idx" ON "audit"("lastSeq");

-- CreateIndex
CREATE INDEX "idempotency_createdAt_idx" ON "idempotency"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "department_code_key" ON "department"("code");

-- CreateIndex
CREATE UNIQUE INDEX "member_email_key" ON "member"("email");

-- CreateIndex
CREATE INDEX "member_role_memberId_idx" ON "member_role"("memberId");

-- CreateIndex
CREATE INDEX "member_role_departmentId_idx" ON "member_role"("departmentId");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "integration_token_hash_key" ON "integration_token"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "policy_kind_key_version_key" ON "policy"("kind", "key", "version");

-- CreateIndex
CREATE INDEX "customer_phone_idx" ON "customer"("phone");

-- CreateIndex
CREATE INDEX "customer_email_idx" ON "customer"("email");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_number_key" ON "complaint"("number");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_trackingHash_key" ON "complaint"("trackingHash");

-- CreateIndex
CREATE INDEX "complaint_customerId_idx" ON "complaint"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_stage_position_key" ON "complaint"("stage", "position");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_externalSource_externalId_key" ON "complaint"("externalSource", "externalId");

-- CreateIndex
CREATE INDEX "complaint_search_tokens_idx" ON "complaint_search" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "complaint_access_complaintId_idx" ON "complaint_access"("complaintId");

-- CreateIndex
CREATE INDEX "claim_complaintId_idx" ON "claim"("complaintId");

-- CreateIndex
CREATE INDEX "contact_complaintId_at_idx" ON "contact"("complaintId", "at");

-- CreateIndex
CREATE INDEX "handoff_complaintId_requestedAt_idx" ON "handoff"("complaintId", "requestedAt");

-- CreateIndex
CREATE INDEX "duty_complaintId_givenAt_idx" ON "duty"("complaintId", "givenAt");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_complaintId_round_kind_subjectId_generation_key" ON "deadline"("complaintId", "round", "kind", "subjectId", "generation");

-- CreateIndex
CREATE INDEX "note_complaintId_at_idx" ON "note"("complaintId", "at");

-- AddForeignKey
ALTER TABLE "member_role" ADD CONSTRAINT "member_role_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- by hand:
-- What Prisma's schema can't say. Appended to the first migration below "-- by hand:".
ALTER TABLE "complaint" ALTER COLUMN "position" TYPE text COLLATE "C";
ALTER TABLE "stream" ADD CONSTRAINT "stream_one_row" CHECK ("id" = 1);

-- Foreign keys of what belongs to a complaint; Prisma relations are left out so that its client stays small.
ALTER TABLE "complaint"
  ADD CONSTRAINT "complaint_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "department" ("id"),
  ADD CONSTRAINT "complaint_categoryCode_fkey" FOREIGN KEY ("categoryCode") REFERENCES "category" ("code"),
  ADD CONSTRAINT "complaint_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer" ("id"),
  ADD CONSTRAINT "complaint_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "member" ("id"),
  ADD CONSTRAINT "complaint_stage_department" CHECK ("stage" = 'RECEIVED' OR "departmentId" IS NOT NULL);

-- Closed complaints never slow the board: it reads by partial indexes over open ones.
CREATE INDEX "complaint_open_by_received" ON "complaint" ("receivedAt", "id") WHERE "stage" <> 'CLOSED';
CREATE INDEX "complaint_by_received" ON "complaint" ("receivedAt" DESC, "id" DESC);
CREATE INDEX "complaint_closed_recently" ON "complaint" ("closedAt") WHERE "stage" = 'CLOSED';
CREATE INDEX "complaint_open_by_department" ON "complaint" ("departmentId") WHERE "stage" <> 'CLOSED';
CREATE INDEX "complaint_open_by_assignee" ON "complaint" ("assigneeId") WHERE "stage" <> 'CLOSED';

-- One grant of a kind is open at a time; visibility is looked up by the grantee.
CREATE UNIQUE INDEX "complaint_access_open" ON "complaint_access" ("granteeId", "complaintId", "reason") WHERE "until" IS NULL;
-- A complaint has at most one handoff in flight.
CREATE UNIQUE INDEX "handoff_one_pending" ON "handoff" ("complaintId") WHERE "state" = 'PENDING';
-- What the clock sleeps on.
CREATE INDEX "deadline_running" ON "deadline" ("dueAt", "id") WHERE "state" = 'OPEN' AND "breachPublishedAt" IS NULL AND NOT "silent";
CREATE INDEX "deadline_open_of_complaint" ON "deadline" ("complaintId", "dueAt") WHERE "state" = 'OPEN';
-- A breach is published once for each deadline and generation, whatever the number of servers.
CREATE UNIQUE INDEX "event_one_breach" ON "event" (("payload" ->> 'deadlineId')) WHERE "type" = 'DeadlineBreached';

CREATE SEQUENCE "complaint_number";

ALTER TABLE "complaint_text" ADD CONSTRAINT "complaint_text_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "complaint_search" ADD CONSTRAINT "complaint_search_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "complaint_access" ADD CONSTRAINT "complaint_access_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "claim" ADD CONSTRAINT "claim_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "contact" ADD CONSTRAINT "contact_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "duty" ADD CONSTRAINT "duty_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "note" ADD CONSTRAINT "note_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
