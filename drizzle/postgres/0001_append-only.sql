-- Written by hand: drizzle-kit knows no triggers. History of a network that is there can neither be changed nor deleted.
CREATE FUNCTION "refuse_history_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "network" WHERE "id" = OLD."network_id") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "change_log_append_only" BEFORE UPDATE OR DELETE ON "change_log" FOR EACH ROW EXECUTE FUNCTION "refuse_history_change"();
--> statement-breakpoint
CREATE TRIGGER "change_set_append_only" BEFORE UPDATE OR DELETE ON "change_set" FOR EACH ROW EXECUTE FUNCTION "refuse_history_change"();
--> statement-breakpoint
CREATE FUNCTION "refuse_history_truncate"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "change_log_no_truncate" BEFORE TRUNCATE ON "change_log" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_history_truncate"();
--> statement-breakpoint
CREATE TRIGGER "change_set_no_truncate" BEFORE TRUNCATE ON "change_set" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_history_truncate"();
--> statement-breakpoint
-- The records of one change set come in any order, so references are checked at its commit (SQLite: PRAGMA defer_foreign_keys).
DO $$
DECLARE each record;
BEGIN
  FOR each IN SELECT conrelid::regclass AS place, conname FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', each.place, each.conname);
  END LOOP;
END
$$;
