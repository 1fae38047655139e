-- KEYS[1]: an id; KEYS[2]: the window's name. ARGV[1]: seconds to keep the id.
-- Announces a repeat, unless the answer is known. Answers what was known before, and the window's name.
local known = redis.call('GET', KEYS[1])
local window = redis.call('GET', KEYS[2])
if not (known and string.sub(known, 1, 2) == 'a:') then
  redis.call('SET', KEYS[1], 'contested', 'EX', ARGV[1])
end
return {known, window}
