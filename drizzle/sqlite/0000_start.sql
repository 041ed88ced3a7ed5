CREATE TABLE `area` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`name` text NOT NULL,
	`kind` text,
	`colour` text,
	`description` text,
	`order` real,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `change_log` (
	`network_id` text NOT NULL,
	`revision` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`entity` text NOT NULL,
	`record_id` text NOT NULL,
	`before` text,
	`after` text,
	PRIMARY KEY(`network_id`, `revision`, `ordinal`)
);
--> statement-breakpoint
CREATE TABLE `change_set` (
	`network_id` text NOT NULL,
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`command` text NOT NULL,
	`actor` text NOT NULL,
	`undo_of` text,
	`at` integer NOT NULL,
	`summary` text NOT NULL,
	PRIMARY KEY(`network_id`, `revision`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `change_set_id` ON `change_set` (`id`);--> statement-breakpoint
CREATE INDEX `change_set_actor` ON `change_set` (`network_id`,`actor`,`revision`);--> statement-breakpoint
CREATE TABLE `check_in` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`key_result_id` text NOT NULL,
	`at` integer NOT NULL,
	`value` text,
	`confidence` real,
	`note` text,
	`person_id` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`key_result_id`) REFERENCES `key_result`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_in_key_result` ON `check_in` (`network_id`,`key_result_id`);--> statement-breakpoint
CREATE TABLE `cycle` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`name` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`phase` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `dependency` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`consumer_key_result_id` text NOT NULL,
	`supplier_key_result_id` text,
	`supplier_node_id` text,
	`what` text NOT NULL,
	`strength` real NOT NULL,
	`state` text NOT NULL,
	`needed_on` text,
	`promised_on` text,
	`condition` text,
	`note` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`consumer_key_result_id`) REFERENCES `key_result`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`supplier_key_result_id`) REFERENCES `key_result`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`supplier_node_id`) REFERENCES `node`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dependency_consumer` ON `dependency` (`network_id`,`consumer_key_result_id`);--> statement-breakpoint
CREATE INDEX `dependency_supplier` ON `dependency` (`network_id`,`supplier_key_result_id`);--> statement-breakpoint
CREATE TABLE `exchange` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`from_node_id` text NOT NULL,
	`to_node_id` text NOT NULL,
	`deliverable` text NOT NULL,
	`kind` text NOT NULL,
	`value_by_sender` real,
	`value_by_receiver` real,
	`level` text,
	`factors` text NOT NULL,
	`confirmed` integer,
	`source` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`from_node_id`) REFERENCES `node`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`to_node_id`) REFERENCES `node`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exchange_from_node` ON `exchange` (`network_id`,`from_node_id`);--> statement-breakpoint
CREATE INDEX `exchange_to_node` ON `exchange` (`network_id`,`to_node_id`);--> statement-breakpoint
CREATE TABLE `goal` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`name` text NOT NULL,
	`area_id` text,
	`key_result_id` text,
	`description` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`area_id`) REFERENCES `area`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`key_result_id`) REFERENCES `key_result`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `key_result` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`objective_id` text NOT NULL,
	`title` text NOT NULL,
	`metric` text NOT NULL,
	`confidence` real,
	`owner_id` text,
	`due_on` text,
	`weight` real,
	`estimate_weeks` text,
	`grade` real,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`objective_id`) REFERENCES `objective`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`owner_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `key_result_objective` ON `key_result` (`network_id`,`objective_id`);--> statement-breakpoint
CREATE TABLE `network` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text,
	`vision` text,
	`mission` text,
	`value_proposition` text,
	`time_zone` text,
	`fiscal_year_start_month` integer,
	`week_start` text,
	`source` text,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `network_slug` ON `network` (`slug`);--> statement-breakpoint
CREATE TABLE `node` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`area_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text,
	`closeness` text,
	`description` text,
	`activities` text NOT NULL,
	`position` text,
	`slot` integer NOT NULL,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`area_id`) REFERENCES `area`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `node_area` ON `node` (`network_id`,`area_id`);--> statement-breakpoint
CREATE TABLE `objective` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`node_id` text NOT NULL,
	`cycle_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text,
	`owner_id` text,
	`goal_ids` text NOT NULL,
	`weight` real,
	`description` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`node_id`) REFERENCES `node`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`cycle_id`) REFERENCES `cycle`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`owner_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `objective_node` ON `objective` (`network_id`,`node_id`);--> statement-breakpoint
CREATE TABLE `participation` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`node_id` text NOT NULL,
	`person_id` text,
	`team_id` text,
	`tier` text NOT NULL,
	`from` text,
	`until` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`node_id`) REFERENCES `node`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`team_id`) REFERENCES `team`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `participation_node` ON `participation` (`network_id`,`node_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`name` text NOT NULL,
	`email` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `request` (
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`hash` text NOT NULL,
	`network_id` text NOT NULL,
	`revision` integer NOT NULL,
	`change_set_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`scope`, `key`)
);
--> statement-breakpoint
CREATE INDEX `request_at` ON `request` (`at`);--> statement-breakpoint
CREATE TABLE `team` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action
);
