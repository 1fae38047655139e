-- KEYS[1] a conversation's newest page. ARGV: version (zero-padded, so that text compares as numbers), page, seconds.
-- Keeps the newer one: 1 = written, 0 = what is held is newer.
local held = redis.call('HGET', KEYS[1], 'version')
if held and held > ARGV[1] then
  return 0
end
redis.call('HSET', KEYS[1], 'version', ARGV[1], 'page', ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
return 1
