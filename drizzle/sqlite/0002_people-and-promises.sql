CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_provider` ON `account` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `api_token` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`hint` text NOT NULL,
	`scope` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_token_hash` ON `api_token` (`hash`);--> statement-breakpoint
CREATE INDEX `api_token_network` ON `api_token` (`network_id`);--> statement-breakpoint
CREATE TABLE `attempt` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `comment` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`parent_id` text,
	`text` text NOT NULL,
	`mention_ids` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	`edited_at` integer,
	`resolved_at` integer,
	`resolved_by_id` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`resolved_by_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_subject` ON `comment` (`network_id`,`subject_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`person_id` text,
	`node_id` text,
	`tier` text,
	`email` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`accepted_by` text,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_network` ON `invitation` (`network_id`);--> statement-breakpoint
CREATE TABLE `membership` (
	`network_id` text NOT NULL,
	`user_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`digest` text DEFAULT 'off' NOT NULL,
	`digest_sent_at` integer,
	`seen_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`network_id`, `user_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `membership_person` ON `membership` (`network_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `membership_user` ON `membership` (`user_id`);--> statement-breakpoint
CREATE TABLE `notification` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`revision` integer NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	PRIMARY KEY(`network_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notification_once` ON `notification` (`network_id`,`person_id`,`revision`,`kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `notification_person` ON `notification` (`network_id`,`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`kind` text NOT NULL,
	`target_id` text NOT NULL,
	`revision` integer NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`next_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`leased_until` integer,
	`sent_at` integer,
	`failed_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_next` ON `outbox` (`sent_at`,`failed_at`,`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_target` ON `outbox` (`target_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `personal_value` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`network_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `personal_value_person` ON `personal_value` (`network_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `promise_move` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`dependency_id` text NOT NULL,
	`move` text NOT NULL,
	`from` text,
	`to` text NOT NULL,
	`side` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	`reason` text,
	`answer_by` text,
	`terms` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`,`dependency_id`) REFERENCES `dependency`(`network_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`,`person_id`) REFERENCES `person`(`network_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `promise_move_dependency` ON `promise_move` (`network_id`,`dependency_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `setup` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`claim_id` text,
	`claimed_at` integer,
	`user_id` text,
	`done_at` integer
);
--> statement-breakpoint
CREATE TABLE `share_link` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`view` text NOT NULL,
	`query` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `share_link_hash` ON `share_link` (`hash`);--> statement-breakpoint
CREATE INDEX `share_link_network` ON `share_link` (`network_id`);--> statement-breakpoint
CREATE TABLE `source` (
	`network_id` text NOT NULL,
	`id` text NOT NULL,
	`rank` real NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`field` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`url` text,
	`on` text,
	PRIMARY KEY(`network_id`, `id`),
	FOREIGN KEY (`network_id`) REFERENCES `network`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `source_subject` ON `source` (`network_id`,`subject_id`);--> statement-breakpoint
CREATE TABLE `two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`user_id` text NOT NULL,
	`verified` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `two_factor_user` ON `two_factor` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`two_factor_enabled` integer DEFAULT false NOT NULL,
	`is_instance_owner` integer DEFAULT false NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `webhook` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`shape` text NOT NULL,
	`events` text NOT NULL,
	`secret` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	`disabled_because` text
);
--> statement-breakpoint
CREATE INDEX `webhook_network` ON `webhook` (`network_id`);--> statement-breakpoint
ALTER TABLE `change_set` ADD `others_node_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `dependency` ADD `countered_by` text;--> statement-breakpoint
ALTER TABLE `dependency` ADD `answer_by` text;--> statement-breakpoint
ALTER TABLE `dependency` ADD `terms` text;--> statement-breakpoint
ALTER TABLE `person` ADD `is_placeholder` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `team_ids` text DEFAULT '[]' NOT NULL;