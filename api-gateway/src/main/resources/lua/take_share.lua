-- Takes one from a sliding window of two counters, if it fits. What is refused does not count.
-- KEYS: counter of the present window, counter of the one before.  ARGV: limit, milliseconds into the window, its length.
-- Answers: granted (1 or 0), the former counter, the present one after this call.
local current = tonumber(redis.call('GET', KEYS[1]) or '0')
local previous = tonumber(redis.call('GET', KEYS[2]) or '0')
local limit, elapsed, length = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
if previous * (length - elapsed) / length + current + 1 <= limit then
    current = redis.call('INCR', KEYS[1])
    redis.call('PEXPIRE', KEYS[1], 2 * length)
    return {1, previous, current}
end
return {0, previous, current}
