-- Written by hand: moves the names and addresses of people out of the history into personal_value, once. The history is append-only, so
-- its triggers step aside for this one transaction.
DROP TRIGGER `change_log_no_update`;
--> statement-breakpoint
DROP TRIGGER `change_set_no_update`;
--> statement-breakpoint
INSERT INTO `personal_value` (`network_id`, `id`, `person_id`, `field`, `value`)
SELECT `log`.`network_id`, printf('old_%010d.%06d.%s.%s', `log`.`revision`, `log`.`ordinal`, `side`.`value`, `field`.`value`), `log`.`record_id`, `field`.`value`,
  json_extract(CASE `side`.`value` WHEN '1before' THEN `log`.`before` ELSE `log`.`after` END, '$.' || `field`.`value`)
FROM `change_log` AS `log`, json_each('["1before","2after"]') AS `side`, json_each('["name","email"]') AS `field`
WHERE `log`.`entity` = 'person'
  AND json_type(CASE `side`.`value` WHEN '1before' THEN `log`.`before` ELSE `log`.`after` END, '$.' || `field`.`value`) = 'text';
--> statement-breakpoint
UPDATE `change_log` SET `before` = json_set(`before`, '$.name', json_object('personal', printf('old_%010d.%06d.1before.name', `revision`, `ordinal`)))
WHERE `entity` = 'person' AND json_type(`before`, '$.name') = 'text';
--> statement-breakpoint
UPDATE `change_log` SET `before` = json_set(`before`, '$.email', json_object('personal', printf('old_%010d.%06d.1before.email', `revision`, `ordinal`)))
WHERE `entity` = 'person' AND json_type(`before`, '$.email') = 'text';
--> statement-breakpoint
UPDATE `change_log` SET `after` = json_set(`after`, '$.name', json_object('personal', printf('old_%010d.%06d.2after.name', `revision`, `ordinal`)))
WHERE `entity` = 'person' AND json_type(`after`, '$.name') = 'text';
--> statement-breakpoint
UPDATE `change_log` SET `after` = json_set(`after`, '$.email', json_object('personal', printf('old_%010d.%06d.2after.email', `revision`, `ordinal`)))
WHERE `entity` = 'person' AND json_type(`after`, '$.email') = 'text';
--> statement-breakpoint
UPDATE `change_set` SET `summary` = (
  SELECT replace(`change_set`.`summary`, '“' || `known`.`value` || '”', '“{person:' || `known`.`person_id` || '}”')
  FROM `personal_value` AS `known`
  WHERE `known`.`network_id` = `change_set`.`network_id` AND `known`.`field` = 'name' AND instr(`change_set`.`summary`, '“' || `known`.`value` || '”') > 0
  ORDER BY length(`known`.`value`) DESC, `known`.`person_id` LIMIT 1
)
WHERE (instr(`summary`, 'person “') > 0 OR instr(`summary`, 'participation of “') > 0)
  AND EXISTS (
    SELECT 1 FROM `personal_value` AS `known`
    WHERE `known`.`network_id` = `change_set`.`network_id` AND `known`.`field` = 'name' AND instr(`change_set`.`summary`, '“' || `known`.`value` || '”') > 0
  );
--> statement-breakpoint
CREATE TRIGGER `change_log_no_update` BEFORE UPDATE ON `change_log` BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `change_set_no_update` BEFORE UPDATE ON `change_set` BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
