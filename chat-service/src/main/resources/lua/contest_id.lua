-- KEYS[1]: an id. ARGV[1]: seconds to keep it.
-- Announces a repeat, unless the answer is known. Answers what was known before.
local known = redis.call('GET', KEYS[1])
if known and string.sub(known, 1, 2) == 'a:' then
  return known
end
redis.call('SET', KEYS[1], 'contested', 'EX', ARGV[1])
return known
