-- Where a room was deleted: nothing that was said in it, before or after, stands in these tables.
ALTER TABLE conversation ADD COLUMN ended BIGINT NULL;

-- How many are in a room, kept with each who comes or goes: whoever looks at a large room counts nobody.
ALTER TABLE conversation ADD COLUMN members INT NOT NULL DEFAULT 0;

UPDATE conversation SET members =
  (SELECT COUNT(*) FROM member m WHERE m.conversation = conversation.conversation AND m.present)
  WHERE kind = 'room';
