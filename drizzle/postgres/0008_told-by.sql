ALTER TABLE "membership" ADD COLUMN "told_by" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "is_listed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "mail" text COLLATE "C" DEFAULT 'digest' NOT NULL;--> statement-breakpoint
CREATE INDEX "notification_mail" ON "notification" USING btree ("mail","at");