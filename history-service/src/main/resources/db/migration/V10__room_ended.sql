-- Where a room was deleted: nothing that was said in it, before or after, stands in these tables.
ALTER TABLE conversation ADD COLUMN ended BIGINT NULL;
