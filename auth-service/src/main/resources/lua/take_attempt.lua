-- A sliding window of attempts, exact, by the clock of Redis.
-- KEYS[1] the window · ARGV: window in milliseconds, attempts allowed, 1 to count this attempt or 0 to look only, a unique name for it
-- Answers {1 if allowed else 0, attempts left, milliseconds until the oldest one falls out}.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window = tonumber(ARGV[1])
local limit = tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
local used = redis.call('ZCARD', KEYS[1])
local allowed = used < limit
if allowed and ARGV[3] == '1' then
  redis.call('ZADD', KEYS[1], now, ARGV[4])
  redis.call('PEXPIRE', KEYS[1], window)
  used = used + 1
end
local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
local wait = 0
if oldest[2] then
  wait = math.max(1, tonumber(oldest[2]) + window - now)
end
return { allowed and 1 or 0, math.max(0, limit - used), wait }
