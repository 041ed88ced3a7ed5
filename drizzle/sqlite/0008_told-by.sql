ALTER TABLE `membership` ADD `told_by` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `notification` ADD `is_listed` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `notification` ADD `mail` text DEFAULT 'digest' NOT NULL;--> statement-breakpoint
CREATE INDEX `notification_mail` ON `notification` (`mail`,`at`);