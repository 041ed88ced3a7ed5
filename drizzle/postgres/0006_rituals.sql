CREATE TABLE "guest_link" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"network_id" text COLLATE "C" NOT NULL,
	"ritual_id" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "health_metric" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"node_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C",
	"lower" double precision,
	"upper" double precision,
	"tolerance" double precision,
	"current" double precision,
	"owner_id" text COLLATE "C",
	"description" text COLLATE "C",
	CONSTRAINT "health_metric_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "health_reading" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"health_metric_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"value" double precision NOT NULL,
	"note" text COLLATE "C",
	"person_id" text COLLATE "C",
	CONSTRAINT "health_reading_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "ritual" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"cycle_id" text COLLATE "C",
	"node_id" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"phase" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C",
	"timer" jsonb,
	"facilitator_id" text COLLATE "C",
	"code" text COLLATE "C",
	"is_together" boolean NOT NULL,
	"revealed" jsonb NOT NULL,
	"agenda" jsonb NOT NULL,
	"expected" integer,
	"base_revision" integer,
	"revision" integer,
	"mark_id" text COLLATE "C",
	"attendee_ids" jsonb NOT NULL,
	"guests" integer NOT NULL,
	"statement" text COLLATE "C",
	"is_statement_shared" boolean NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"person_id" text COLLATE "C",
	CONSTRAINT "ritual_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "ritual_item" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"ritual_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C",
	"about" text COLLATE "C",
	"node_id" text COLLATE "C",
	"stop" text COLLATE "C",
	"key" text COLLATE "C",
	"value" double precision,
	"owner_id" text COLLATE "C",
	"due_on" date,
	"status" text COLLATE "C",
	"settled_at" timestamp (3) with time zone,
	"person_id" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ritual_item_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "sealed" (
	"network_id" text COLLATE "C" NOT NULL,
	"ritual_id" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"seat_id" text COLLATE "C" NOT NULL,
	"body" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sealed_pk" PRIMARY KEY("network_id","ritual_id","question","seat_id")
);
--> statement-breakpoint
CREATE TABLE "seat" (
	"network_id" text COLLATE "C" NOT NULL,
	"ritual_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C",
	"name" text COLLATE "C",
	"hash" text COLLATE "C",
	"node_id" text COLLATE "C",
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "seat_pk" PRIMARY KEY("network_id","ritual_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_off" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"ritual_id" text COLLATE "C" NOT NULL,
	"node_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL,
	"note" text COLLATE "C",
	CONSTRAINT "sign_off_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"ritual_id" text COLLATE "C" NOT NULL,
	"node_id" text COLLATE "C",
	"key" text COLLATE "C" NOT NULL,
	"counts" jsonb NOT NULL,
	"trends" jsonb NOT NULL,
	"voters" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tally_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "key_result" ADD COLUMN "roll_over" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "key_result" ADD COLUMN "carried_from_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "objective" ADD COLUMN "carried_from_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "health_metric" ADD CONSTRAINT "health_metric_node_fk" FOREIGN KEY ("network_id","node_id") REFERENCES "public"."node"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_metric" ADD CONSTRAINT "health_metric_owner_fk" FOREIGN KEY ("network_id","owner_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_reading" ADD CONSTRAINT "health_reading_metric_fk" FOREIGN KEY ("network_id","health_metric_id") REFERENCES "public"."health_metric"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_reading" ADD CONSTRAINT "health_reading_person_fk" FOREIGN KEY ("network_id","person_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ritual" ADD CONSTRAINT "ritual_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ritual" ADD CONSTRAINT "ritual_cycle_fk" FOREIGN KEY ("network_id","cycle_id") REFERENCES "public"."cycle"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ritual" ADD CONSTRAINT "ritual_node_fk" FOREIGN KEY ("network_id","node_id") REFERENCES "public"."node"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ritual" ADD CONSTRAINT "ritual_facilitator_fk" FOREIGN KEY ("network_id","facilitator_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ritual" ADD CONSTRAINT "ritual_mark_fk" FOREIGN KEY ("network_id","mark_id") REFERENCES "public"."mark"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ritual" ADD CONSTRAINT "ritual_person_fk" FOREIGN KEY ("network_id","person_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ritual_item" ADD CONSTRAINT "ritual_item_ritual_fk" FOREIGN KEY ("network_id","ritual_id") REFERENCES "public"."ritual"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ritual_item" ADD CONSTRAINT "ritual_item_node_fk" FOREIGN KEY ("network_id","node_id") REFERENCES "public"."node"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ritual_item" ADD CONSTRAINT "ritual_item_owner_fk" FOREIGN KEY ("network_id","owner_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ritual_item" ADD CONSTRAINT "ritual_item_person_fk" FOREIGN KEY ("network_id","person_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_ritual_fk" FOREIGN KEY ("network_id","ritual_id") REFERENCES "public"."ritual"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_node_fk" FOREIGN KEY ("network_id","node_id") REFERENCES "public"."node"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_person_fk" FOREIGN KEY ("network_id","person_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally" ADD CONSTRAINT "tally_ritual_fk" FOREIGN KEY ("network_id","ritual_id") REFERENCES "public"."ritual"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally" ADD CONSTRAINT "tally_node_fk" FOREIGN KEY ("network_id","node_id") REFERENCES "public"."node"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guest_link_hash" ON "guest_link" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "guest_link_ritual" ON "guest_link" USING btree ("network_id","ritual_id");--> statement-breakpoint
CREATE INDEX "health_metric_node" ON "health_metric" USING btree ("network_id","node_id");--> statement-breakpoint
CREATE INDEX "health_reading_metric" ON "health_reading" USING btree ("network_id","health_metric_id");--> statement-breakpoint
CREATE INDEX "ritual_item_ritual" ON "ritual_item" USING btree ("network_id","ritual_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_hash" ON "seat" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "seat_person" ON "seat" USING btree ("network_id","person_id");--> statement-breakpoint
-- The references that came with rituals and health metrics are checked at the commit, too, like those before them (0001, 0004, 0005).
DO $$
DECLARE each record;
BEGIN
  FOR each IN SELECT conrelid::regclass AS place, conname FROM pg_constraint
    WHERE contype = 'f' AND NOT condeferrable AND connamespace = current_schema()::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', each.place, each.conname);
  END LOOP;
END
$$;
