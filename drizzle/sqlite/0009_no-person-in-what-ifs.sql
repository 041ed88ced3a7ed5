-- Written by hand: a what-if that takes out a person is not kept. Those that were lose these edits, their name and their note, in the records
-- and in the history, once. The history is append-only, so its triggers step aside for this one transaction.
DROP TRIGGER `change_log_no_update`;
--> statement-breakpoint
DROP TRIGGER `change_set_no_update`;
--> statement-breakpoint
CREATE TABLE `what_if_of_person` AS
SELECT DISTINCT `log`.`network_id`, `log`.`record_id`
FROM `change_log` AS `log`, json_each('["before","after"]') AS `side`,
  json_each(CASE `side`.`value` WHEN 'before' THEN `log`.`before` ELSE `log`.`after` END, '$.edits') AS `edit`
WHERE `log`.`entity` = 'whatIf' AND json_extract(`edit`.`value`, '$.kind') = 'without' AND json_extract(`edit`.`value`, '$.entity') = 'person';
--> statement-breakpoint
UPDATE `change_log` SET `before` = json_replace(`before`, '$.name', 'Without somebody', '$.note', NULL, '$.edits', json((
  SELECT json_group_array(json(`edit`.`value`)) FROM json_each(`change_log`.`before`, '$.edits') AS `edit`
  WHERE json_extract(`edit`.`value`, '$.kind') IS NOT 'without' OR json_extract(`edit`.`value`, '$.entity') IS NOT 'person'
)))
WHERE `entity` = 'whatIf' AND `before` IS NOT NULL AND (`network_id`, `record_id`) IN (SELECT `network_id`, `record_id` FROM `what_if_of_person`);
--> statement-breakpoint
UPDATE `change_log` SET `after` = json_replace(`after`, '$.name', 'Without somebody', '$.note', NULL, '$.edits', json((
  SELECT json_group_array(json(`edit`.`value`)) FROM json_each(`change_log`.`after`, '$.edits') AS `edit`
  WHERE json_extract(`edit`.`value`, '$.kind') IS NOT 'without' OR json_extract(`edit`.`value`, '$.entity') IS NOT 'person'
)))
WHERE `entity` = 'whatIf' AND `after` IS NOT NULL AND (`network_id`, `record_id`) IN (SELECT `network_id`, `record_id` FROM `what_if_of_person`);
--> statement-breakpoint
UPDATE `what_if` SET `name` = 'Without somebody', `note` = NULL, `edits` = (
  SELECT json_group_array(json(`edit`.`value`)) FROM json_each(`what_if`.`edits`) AS `edit`
  WHERE json_extract(`edit`.`value`, '$.kind') IS NOT 'without' OR json_extract(`edit`.`value`, '$.entity') IS NOT 'person'
)
WHERE (`network_id`, `id`) IN (SELECT `network_id`, `record_id` FROM `what_if_of_person`);
--> statement-breakpoint
UPDATE `change_set` SET `summary` = 'Changed a what-if about somebody'
WHERE instr(`summary`, 'what-if “') > 0 AND (`network_id`, `revision`) IN (
  SELECT `log`.`network_id`, `log`.`revision` FROM `change_log` AS `log`
  JOIN `what_if_of_person` AS `kept` ON `kept`.`network_id` = `log`.`network_id` AND `kept`.`record_id` = `log`.`record_id`
  WHERE `log`.`entity` = 'whatIf'
);
--> statement-breakpoint
DELETE FROM `checkpoint` WHERE `network_id` IN (SELECT `network_id` FROM `what_if_of_person`);
--> statement-breakpoint
DROP TABLE `what_if_of_person`;
--> statement-breakpoint
CREATE TRIGGER `change_log_no_update` BEFORE UPDATE ON `change_log` BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `change_set_no_update` BEFORE UPDATE ON `change_set` BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
