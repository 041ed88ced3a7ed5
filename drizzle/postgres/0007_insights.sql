CREATE TABLE "acceptance" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"finding" text COLLATE "C" NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"because" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C",
	"review_on" date NOT NULL,
	CONSTRAINT "acceptance_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "check_setting" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"is_on" boolean NOT NULL,
	"limit" double precision,
	CONSTRAINT "check_setting_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "what_if" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"edits" jsonb NOT NULL,
	"owner_id" text COLLATE "C",
	CONSTRAINT "what_if_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_owner_fk" FOREIGN KEY ("network_id","owner_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_setting" ADD CONSTRAINT "check_setting_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "what_if" ADD CONSTRAINT "what_if_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "what_if" ADD CONSTRAINT "what_if_owner_fk" FOREIGN KEY ("network_id","owner_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The references that came with checks and what-ifs are checked at the commit, too, like those before them (0001, 0004 to 0006).
DO $$
DECLARE each record;
BEGIN
  FOR each IN SELECT conrelid::regclass AS place, conname FROM pg_constraint
    WHERE contype = 'f' AND NOT condeferrable AND connamespace = current_schema()::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', each.place, each.conname);
  END LOOP;
END
$$;
