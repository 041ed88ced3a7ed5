-- Written by hand: drizzle-kit knows no triggers. History of a network that is there can neither be changed nor deleted.
CREATE TRIGGER `change_log_no_update` BEFORE UPDATE ON `change_log` BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `change_log_no_delete` BEFORE DELETE ON `change_log` WHEN EXISTS (SELECT 1 FROM `network` WHERE `id` = OLD.`network_id`) BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `change_set_no_update` BEFORE UPDATE ON `change_set` BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `change_set_no_delete` BEFORE DELETE ON `change_set` WHEN EXISTS (SELECT 1 FROM `network` WHERE `id` = OLD.`network_id`) BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
