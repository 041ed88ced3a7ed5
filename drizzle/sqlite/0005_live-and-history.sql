CREATE TABLE `checkpoint` (
	`network_id` text NOT NULL,
	`revision` integer NOT NULL,
	`at` integer NOT NULL,
	`body` blob NOT NULL,
	PRIMARY KEY(`network_id`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `exchange_check` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`exchange_id` text NOT NULL,
	`at` integer NOT NULL,
	`health` text NOT NULL,
	`note` text,
	`person_id` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`exchange_id`) REFERENCES `exchange`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exchange_check_exchange` ON `exchange_check` (`network_id`,`exchange_id`);--> statement-breakpoint
CREATE TABLE `job` (
	`name` text PRIMARY KEY NOT NULL,
	`leased_by` text,
	`leased_until` integer,
	`next_at` integer NOT NULL,
	`last_at` integer,
	`last_outcome` text
);
--> statement-breakpoint
CREATE TABLE `mark` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`revision` integer NOT NULL,
	`at` integer NOT NULL,
	`note` text,
	`person_id` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `proposal` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`title` text NOT NULL,
	`plan` text NOT NULL,
	`why` text,
	`state` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	`decided_by_id` text,
	`decided_at` integer,
	`decision` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`decided_by_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reason` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`revision` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`person_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_log_record` ON `change_log` (`network_id`,`record_id`,`revision`);--> statement-breakpoint
CREATE INDEX `change_set_at` ON `change_set` (`network_id`,`at`);