-- Written by hand: moves the names and addresses of people out of the history into personal_value, once. The history is append-only, so
-- its triggers step aside for this one transaction.
ALTER TABLE "change_log" DISABLE TRIGGER "change_log_append_only";
--> statement-breakpoint
ALTER TABLE "change_set" DISABLE TRIGGER "change_set_append_only";
--> statement-breakpoint
INSERT INTO "personal_value" ("network_id", "id", "person_id", "field", "value")
SELECT "network_id", 'old_' || lpad("revision"::text, 10, '0') || '.' || lpad("ordinal"::text, 6, '0') || '.' || "side"."name" || '.' || "field"."name", "record_id",
  "field"."name", "side"."record" ->> "field"."name"
FROM "change_log"
CROSS JOIN LATERAL (VALUES ('1before', "before"), ('2after', "after")) AS "side" ("name", "record")
CROSS JOIN (VALUES ('name'), ('email')) AS "field" ("name")
WHERE "entity" = 'person' AND jsonb_typeof("side"."record" -> "field"."name") = 'string';
--> statement-breakpoint
UPDATE "change_log" SET "before" = jsonb_set("before", '{name}', jsonb_build_object('personal', 'old_' || lpad("revision"::text, 10, '0') || '.' || lpad("ordinal"::text, 6, '0') || '.1before.name'))
WHERE "entity" = 'person' AND jsonb_typeof("before" -> 'name') = 'string';
--> statement-breakpoint
UPDATE "change_log" SET "before" = jsonb_set("before", '{email}', jsonb_build_object('personal', 'old_' || lpad("revision"::text, 10, '0') || '.' || lpad("ordinal"::text, 6, '0') || '.1before.email'))
WHERE "entity" = 'person' AND jsonb_typeof("before" -> 'email') = 'string';
--> statement-breakpoint
UPDATE "change_log" SET "after" = jsonb_set("after", '{name}', jsonb_build_object('personal', 'old_' || lpad("revision"::text, 10, '0') || '.' || lpad("ordinal"::text, 6, '0') || '.2after.name'))
WHERE "entity" = 'person' AND jsonb_typeof("after" -> 'name') = 'string';
--> statement-breakpoint
UPDATE "change_log" SET "after" = jsonb_set("after", '{email}', jsonb_build_object('personal', 'old_' || lpad("revision"::text, 10, '0') || '.' || lpad("ordinal"::text, 6, '0') || '.2after.email'))
WHERE "entity" = 'person' AND jsonb_typeof("after" -> 'email') = 'string';
--> statement-breakpoint
UPDATE "change_set" SET "summary" = "told"."summary"
FROM (
  SELECT DISTINCT ON ("each"."network_id", "each"."revision") "each"."network_id", "each"."revision",
    replace("each"."summary", '“' || "known"."value" || '”', '“{person:' || "known"."person_id" || '}”') AS "summary"
  FROM "change_set" AS "each"
  JOIN "personal_value" AS "known"
    ON "known"."network_id" = "each"."network_id" AND "known"."field" = 'name' AND strpos("each"."summary", '“' || "known"."value" || '”') > 0
  WHERE strpos("each"."summary", 'person “') > 0 OR strpos("each"."summary", 'participation of “') > 0
  ORDER BY "each"."network_id", "each"."revision", length("known"."value") DESC, "known"."person_id"
) AS "told"
WHERE "change_set"."network_id" = "told"."network_id" AND "change_set"."revision" = "told"."revision";
--> statement-breakpoint
ALTER TABLE "change_log" ENABLE TRIGGER "change_log_append_only";
--> statement-breakpoint
ALTER TABLE "change_set" ENABLE TRIGGER "change_set_append_only";
--> statement-breakpoint
-- The references that came with people and promises are checked at the commit, too, like those before them (0001).
DO $$
DECLARE each record;
BEGIN
  FOR each IN SELECT conrelid::regclass AS place, conname FROM pg_constraint
    WHERE contype = 'f' AND NOT condeferrable AND connamespace = current_schema()::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', each.place, each.conname);
  END LOOP;
END
$$;
