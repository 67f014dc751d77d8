-- by hand:
-- Telephone numbers are stored in one way of writing them (packages/domain/src/rules/phone.ts), in its order of steps.
UPDATE "customer" SET "phone" = regexp_replace("phone", '(?!^)\+', '', 'g') WHERE "phone" ~ '.\+';
UPDATE "customer" SET "phone" = regexp_replace("phone", '^(?:\+|00)?86(1[3-9]\d{9})$', '\1') WHERE "phone" ~ '^(\+|00)?86';
UPDATE "customer" SET "phone" = regexp_replace("phone", '^(?:\+|00)86([48]00\d{7})$', '\1') WHERE "phone" ~ '^(\+|00)86';
UPDATE "customer" SET "phone" = regexp_replace("phone", '^(?:\+|00)860?(\d{9,11})$', '0\1') WHERE "phone" ~ '^(\+|00)86';
UPDATE "customer" SET "phone" = regexp_replace("phone", '^00([1-9])', '+\1') WHERE "phone" ~ '^00[1-9]';

-- Complaints are found by the order that they are about (packages/domain/src/rules/order-number.ts).
UPDATE "complaint_search" AS s SET "tokens" = s."tokens" || o."numbers"
FROM (
  SELECT t."complaintId", array_agg(DISTINCT '#' || regexp_replace(found[1], '[^A-Z0-9]', '', 'g')) AS "numbers"
  FROM "complaint_text" AS t,
    regexp_matches(upper(normalize(t."about", NFKC)), '([A-Z0-9]+(?:[-_‐‑‒–][A-Z0-9]+)*)', 'g') AS found
  WHERE found[1] !~ '^(19|20)\d\d-\d\d?-\d\d?$'
    AND length(regexp_replace(found[1], '[^0-9]', '', 'g')) >= 5
    AND length(regexp_replace(found[1], '[^A-Z0-9]', '', 'g')) <= 40
  GROUP BY t."complaintId"
) AS o
WHERE o."complaintId" = s."complaintId";
