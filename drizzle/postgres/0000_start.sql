CREATE TABLE "area" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C",
	"colour" text COLLATE "C",
	"description" text COLLATE "C",
	"order" double precision,
	CONSTRAINT "area_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "change_log" (
	"network_id" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"entity" text COLLATE "C" NOT NULL,
	"record_id" text COLLATE "C" NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "change_log_pk" PRIMARY KEY("network_id","revision","ordinal")
);
--> statement-breakpoint
CREATE TABLE "change_set" (
	"network_id" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"command" text COLLATE "C" NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"undo_of" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL,
	"summary" text COLLATE "C" NOT NULL,
	CONSTRAINT "change_set_pk" PRIMARY KEY("network_id","revision")
);
--> statement-breakpoint
CREATE TABLE "check_in" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"key_result_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"value" jsonb,
	"confidence" double precision,
	"note" text COLLATE "C",
	"person_id" text COLLATE "C",
	CONSTRAINT "check_in_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "cycle" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"phase" text COLLATE "C",
	CONSTRAINT "cycle_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "dependency" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"consumer_key_result_id" text COLLATE "C" NOT NULL,
	"supplier_key_result_id" text COLLATE "C",
	"supplier_node_id" text COLLATE "C",
	"what" text COLLATE "C" NOT NULL,
	"strength" double precision NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"needed_on" date,
	"promised_on" date,
	"condition" text COLLATE "C",
	"note" text COLLATE "C",
	CONSTRAINT "dependency_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "exchange" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"from_node_id" text COLLATE "C" NOT NULL,
	"to_node_id" text COLLATE "C" NOT NULL,
	"deliverable" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"value_by_sender" double precision,
	"value_by_receiver" double precision,
	"level" text COLLATE "C",
	"factors" jsonb NOT NULL,
	"confirmed" boolean,
	"source" text COLLATE "C",
	CONSTRAINT "exchange_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "goal" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"area_id" text COLLATE "C",
	"key_result_id" text COLLATE "C",
	"description" text COLLATE "C",
	CONSTRAINT "goal_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "key_result" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"objective_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"metric" jsonb NOT NULL,
	"confidence" double precision,
	"owner_id" text COLLATE "C",
	"due_on" date,
	"weight" double precision,
	"estimate_weeks" jsonb,
	"grade" double precision,
	CONSTRAINT "key_result_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "network" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"slug" text COLLATE "C",
	"vision" text COLLATE "C",
	"mission" text COLLATE "C",
	"value_proposition" text COLLATE "C",
	"time_zone" text COLLATE "C",
	"fiscal_year_start_month" integer,
	"week_start" jsonb,
	"source" text COLLATE "C",
	"revision" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "node" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"area_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C",
	"closeness" text COLLATE "C",
	"description" text COLLATE "C",
	"activities" jsonb NOT NULL,
	"position" jsonb,
	"slot" integer NOT NULL,
	CONSTRAINT "node_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "objective" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"node_id" text COLLATE "C" NOT NULL,
	"cycle_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C",
	"owner_id" text COLLATE "C",
	"goal_ids" jsonb NOT NULL,
	"weight" double precision,
	"description" text COLLATE "C",
	CONSTRAINT "objective_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "participation" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"node_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C",
	"team_id" text COLLATE "C",
	"tier" text COLLATE "C" NOT NULL,
	"from" date,
	"until" date,
	CONSTRAINT "participation_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C",
	CONSTRAINT "person_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "request" (
	"scope" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"network_id" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"change_set_id" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "request_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "team" (
	"network_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rank" double precision NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	CONSTRAINT "team_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_key_result_fk" FOREIGN KEY ("network_id","key_result_id") REFERENCES "public"."key_result"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_person_fk" FOREIGN KEY ("network_id","person_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency" ADD CONSTRAINT "dependency_consumer_fk" FOREIGN KEY ("network_id","consumer_key_result_id") REFERENCES "public"."key_result"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency" ADD CONSTRAINT "dependency_supplier_fk" FOREIGN KEY ("network_id","supplier_key_result_id") REFERENCES "public"."key_result"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency" ADD CONSTRAINT "dependency_supplier_node_fk" FOREIGN KEY ("network_id","supplier_node_id") REFERENCES "public"."node"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_from_node_fk" FOREIGN KEY ("network_id","from_node_id") REFERENCES "public"."node"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_to_node_fk" FOREIGN KEY ("network_id","to_node_id") REFERENCES "public"."node"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal" ADD CONSTRAINT "goal_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal" ADD CONSTRAINT "goal_area_fk" FOREIGN KEY ("network_id","area_id") REFERENCES "public"."area"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal" ADD CONSTRAINT "goal_key_result_fk" FOREIGN KEY ("network_id","key_result_id") REFERENCES "public"."key_result"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_result" ADD CONSTRAINT "key_result_objective_fk" FOREIGN KEY ("network_id","objective_id") REFERENCES "public"."objective"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_result" ADD CONSTRAINT "key_result_owner_fk" FOREIGN KEY ("network_id","owner_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "node" ADD CONSTRAINT "node_area_fk" FOREIGN KEY ("network_id","area_id") REFERENCES "public"."area"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objective" ADD CONSTRAINT "objective_node_fk" FOREIGN KEY ("network_id","node_id") REFERENCES "public"."node"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objective" ADD CONSTRAINT "objective_cycle_fk" FOREIGN KEY ("network_id","cycle_id") REFERENCES "public"."cycle"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objective" ADD CONSTRAINT "objective_owner_fk" FOREIGN KEY ("network_id","owner_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_node_fk" FOREIGN KEY ("network_id","node_id") REFERENCES "public"."node"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_person_fk" FOREIGN KEY ("network_id","person_id") REFERENCES "public"."person"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_team_fk" FOREIGN KEY ("network_id","team_id") REFERENCES "public"."team"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_network_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "change_set_id" ON "change_set" USING btree ("id");--> statement-breakpoint
CREATE INDEX "change_set_actor" ON "change_set" USING btree ("network_id","actor","revision");--> statement-breakpoint
CREATE INDEX "check_in_key_result" ON "check_in" USING btree ("network_id","key_result_id");--> statement-breakpoint
CREATE INDEX "dependency_consumer" ON "dependency" USING btree ("network_id","consumer_key_result_id");--> statement-breakpoint
CREATE INDEX "dependency_supplier" ON "dependency" USING btree ("network_id","supplier_key_result_id");--> statement-breakpoint
CREATE INDEX "exchange_from_node" ON "exchange" USING btree ("network_id","from_node_id");--> statement-breakpoint
CREATE INDEX "exchange_to_node" ON "exchange" USING btree ("network_id","to_node_id");--> statement-breakpoint
CREATE INDEX "key_result_objective" ON "key_result" USING btree ("network_id","objective_id");--> statement-breakpoint
CREATE UNIQUE INDEX "network_slug" ON "network" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "node_area" ON "node" USING btree ("network_id","area_id");--> statement-breakpoint
CREATE INDEX "objective_node" ON "objective" USING btree ("network_id","node_id");--> statement-breakpoint
CREATE INDEX "participation_node" ON "participation" USING btree ("network_id","node_id");--> statement-breakpoint
CREATE INDEX "request_at" ON "request" USING btree ("at");