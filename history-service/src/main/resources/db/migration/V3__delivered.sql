-- What has reached one of somebody's devices stays so: the highest mark wins, not the newest, and reading implies it.
UPDATE mark SET delivered_to = GREATEST(delivered_to, read_to), delivered_position = GREATEST(delivered_to, read_to);
