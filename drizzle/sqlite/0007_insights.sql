CREATE TABLE `acceptance` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`finding` text NOT NULL,
	`rule` text NOT NULL,
	`because` text NOT NULL,
	`owner_id` text,
	`review_on` text NOT NULL,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`owner_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `check_setting` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`rule` text NOT NULL,
	`is_on` integer NOT NULL,
	`limit` real,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `what_if` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`name` text NOT NULL,
	`note` text,
	`edits` text NOT NULL,
	`owner_id` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`owner_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
