-- Who has blocked somebody is asked as often as whom they have blocked.
CREATE INDEX block_blocked ON block (blocked, user_id);
