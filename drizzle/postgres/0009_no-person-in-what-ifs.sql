-- Written by hand: a what-if that takes out a person is not kept. Those that were lose these edits, their name and their note, in the records
-- and in the history, once. The history is append-only, so its triggers step aside for this one transaction.
ALTER TABLE "change_log" DISABLE TRIGGER "change_log_append_only";
--> statement-breakpoint
ALTER TABLE "change_set" DISABLE TRIGGER "change_set_append_only";
--> statement-breakpoint
CREATE TABLE "what_if_of_person" AS
SELECT DISTINCT "log"."network_id", "log"."record_id"
FROM "change_log" AS "log"
CROSS JOIN LATERAL (VALUES ("log"."before"), ("log"."after")) AS "side" ("record")
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof("side"."record" -> 'edits') = 'array' THEN "side"."record" -> 'edits' ELSE '[]' END) AS "edit"
WHERE "log"."entity" = 'whatIf' AND "edit" ->> 'kind' = 'without' AND "edit" ->> 'entity' = 'person';
--> statement-breakpoint
CREATE FUNCTION "what_if_without_person"("record" jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT "record"
    || CASE WHEN jsonb_exists("record", 'name') THEN '{"name": "Without somebody"}'::jsonb ELSE '{}' END
    || CASE WHEN jsonb_exists("record", 'note') THEN '{"note": null}'::jsonb ELSE '{}' END
    || CASE WHEN jsonb_exists("record", 'edits') THEN jsonb_build_object('edits', (
      SELECT coalesce(jsonb_agg("edit"."value" ORDER BY "edit"."place"), '[]')
      FROM jsonb_array_elements("record" -> 'edits') WITH ORDINALITY AS "edit" ("value", "place")
      WHERE "edit"."value" ->> 'kind' IS DISTINCT FROM 'without' OR "edit"."value" ->> 'entity' IS DISTINCT FROM 'person'
    )) ELSE '{}' END
$$;
--> statement-breakpoint
UPDATE "change_log" SET "before" = "what_if_without_person"("before"), "after" = "what_if_without_person"("after")
WHERE "entity" = 'whatIf' AND ("network_id", "record_id") IN (SELECT "network_id", "record_id" FROM "what_if_of_person");
--> statement-breakpoint
UPDATE "what_if" SET "name" = 'Without somebody', "note" = NULL, "edits" = "what_if_without_person"(jsonb_build_object('edits', "edits")) -> 'edits'
WHERE ("network_id", "id") IN (SELECT "network_id", "record_id" FROM "what_if_of_person");
--> statement-breakpoint
UPDATE "change_set" SET "summary" = 'Changed a what-if about somebody'
WHERE strpos("summary", 'what-if “') > 0 AND ("network_id", "revision") IN (
  SELECT "log"."network_id", "log"."revision" FROM "change_log" AS "log"
  JOIN "what_if_of_person" AS "kept" ON "kept"."network_id" = "log"."network_id" AND "kept"."record_id" = "log"."record_id"
  WHERE "log"."entity" = 'whatIf'
);
--> statement-breakpoint
DELETE FROM "checkpoint" WHERE "network_id" IN (SELECT "network_id" FROM "what_if_of_person");
--> statement-breakpoint
DROP FUNCTION "what_if_without_person"(jsonb);
--> statement-breakpoint
DROP TABLE "what_if_of_person";
--> statement-breakpoint
ALTER TABLE "change_log" ENABLE TRIGGER "change_log_append_only";
--> statement-breakpoint
ALTER TABLE "change_set" ENABLE TRIGGER "change_set_append_only";
