CREATE TABLE "checkpoint" (
	"network_id" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"body" "bytea" NOT NULL,
	CONSTRAINT "checkpoint_pk" PRIMARY KEY("network_id","revision")
);
--> statement-breakpoint
CREATE TABLE "exchange_check" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"exchange_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"health" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"person_id" text COLLATE "C",
	CONSTRAINT "exchange_check_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"name" text COLLATE "C" NOT NULL,
	"leased_by" text COLLATE "C",
	"leased_until" timestamp (3) with time zone,
	"next_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone,
	"last_outcome" text COLLATE "C",
	CONSTRAINT "job_pk" PRIMARY KEY("name")
);
--> statement-breakpoint
CREATE TABLE "mark" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"note" text COLLATE "C",
	"person_id" text COLLATE "C",
	CONSTRAINT "mark_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"plan" jsonb NOT NULL,
	"why" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL,
	"decided_by_id" text COLLATE "C",
	"decided_at" timestamp (3) with time zone,
	"decision" text COLLATE "C",
	CONSTRAINT "proposal_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "reason" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"revision" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C",
	"person_id" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reason_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "exchange_check" ADD CONSTRAINT "exchange_check_exchange_fk" FOREIGN KEY ("network_id","exchange_id") REFERENCES "public"."exchange"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_check" ADD CONSTRAINT "exchange_check_person_fk" FOREIGN KEY ("network_id","person_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_person_fk" FOREIGN KEY ("network_id","person_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_person_fk" FOREIGN KEY ("network_id","person_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_decider_fk" FOREIGN KEY ("network_id","decided_by_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reason" ADD CONSTRAINT "reason_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reason" ADD CONSTRAINT "reason_person_fk" FOREIGN KEY ("network_id","person_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exchange_check_exchange" ON "exchange_check" USING btree ("network_id","exchange_id");--> statement-breakpoint
CREATE INDEX "change_log_record" ON "change_log" USING btree ("network_id","record_id","revision");--> statement-breakpoint
CREATE INDEX "change_set_at" ON "change_set" USING btree ("network_id","at");--> statement-breakpoint
-- The references that came with reviews and named snapshots are checked at the commit, too, like those before them (0001, 0004).
DO $$
DECLARE each record;
BEGIN
  FOR each IN SELECT conrelid::regclass AS place, conname FROM pg_constraint
    WHERE contype = 'f' AND NOT condeferrable AND connamespace = current_schema()::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', each.place, each.conname);
  END LOOP;
END
$$;
