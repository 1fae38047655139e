-- Takes a turn for an id, or says how many milliseconds are left of the one that another id holds.
local held = redis.call('GET', KEYS[1])
if not held then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
elseif held ~= ARGV[1] then
  return math.max(1, redis.call('PTTL', KEYS[1]))
end
return 0
