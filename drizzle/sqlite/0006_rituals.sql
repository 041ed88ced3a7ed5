CREATE TABLE `guest_link` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`ritual_id` text NOT NULL,
	`hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guest_link_hash` ON `guest_link` (`hash`);--> statement-breakpoint
CREATE INDEX `guest_link_ritual` ON `guest_link` (`network_id`,`ritual_id`);--> statement-breakpoint
CREATE TABLE `health_metric` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`node_id` text NOT NULL,
	`name` text NOT NULL,
	`unit` text,
	`lower` real,
	`upper` real,
	`tolerance` real,
	`current` real,
	`owner_id` text,
	`description` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`node_id`) REFERENCES `node`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`owner_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `health_metric_node` ON `health_metric` (`network_id`,`node_id`);--> statement-breakpoint
CREATE TABLE `health_reading` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`health_metric_id` text NOT NULL,
	`at` integer NOT NULL,
	`value` real NOT NULL,
	`note` text,
	`person_id` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`health_metric_id`) REFERENCES `health_metric`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `health_reading_metric` ON `health_reading` (`network_id`,`health_metric_id`);--> statement-breakpoint
CREATE TABLE `ritual` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`cycle_id` text,
	`node_id` text,
	`state` text NOT NULL,
	`phase` text NOT NULL,
	`place` text,
	`timer` text,
	`facilitator_id` text,
	`code` text,
	`is_together` integer NOT NULL,
	`revealed` text NOT NULL,
	`agenda` text NOT NULL,
	`expected` integer,
	`base_revision` integer,
	`revision` integer,
	`mark_id` text,
	`attendee_ids` text NOT NULL,
	`guests` integer NOT NULL,
	`statement` text,
	`is_statement_shared` integer NOT NULL,
	`starts_at` integer,
	`at` integer NOT NULL,
	`closed_at` integer,
	`person_id` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`cycle_id`) REFERENCES `cycle`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`node_id`) REFERENCES `node`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`facilitator_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`mark_id`) REFERENCES `mark`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ritual_item` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`ritual_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`subject` text,
	`about` text,
	`node_id` text,
	`stop` text,
	`key` text,
	`value` real,
	`owner_id` text,
	`due_on` text,
	`status` text,
	`settled_at` integer,
	`person_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`ritual_id`) REFERENCES `ritual`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`node_id`) REFERENCES `node`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`owner_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ritual_item_ritual` ON `ritual_item` (`network_id`,`ritual_id`);--> statement-breakpoint
CREATE TABLE `sealed` (
	`network_id` text NOT NULL,
	`ritual_id` text NOT NULL,
	`question` text NOT NULL,
	`seat_id` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`network_id`, `ritual_id`, `question`, `seat_id`)
);
--> statement-breakpoint
CREATE TABLE `seat` (
	`network_id` text NOT NULL,
	`ritual_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text,
	`name` text,
	`hash` text,
	`node_id` text,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`network_id`, `ritual_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seat_hash` ON `seat` (`hash`);--> statement-breakpoint
CREATE INDEX `seat_person` ON `seat` (`network_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `sign_off` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`ritual_id` text NOT NULL,
	`node_id` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	`note` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`ritual_id`) REFERENCES `ritual`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`node_id`) REFERENCES `node`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tally` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`ritual_id` text NOT NULL,
	`node_id` text,
	`key` text NOT NULL,
	`counts` text NOT NULL,
	`trends` text NOT NULL,
	`voters` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`ritual_id`) REFERENCES `ritual`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`node_id`) REFERENCES `node`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `key_result` ADD `roll_over` text;--> statement-breakpoint
ALTER TABLE `key_result` ADD `carried_from_id` text;--> statement-breakpoint
ALTER TABLE `objective` ADD `carried_from_id` text;