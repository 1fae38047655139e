-- Says that these users have a socket on this node, for ttl milliseconds from now.
-- KEYS    registers, presence:{u}:<user>: a hash of n:<node> -> end of its word (ms), and seen -> minute of the last sign
-- ARGV    node, ttl (ms), how long a register is kept after its last sign (ms)
-- Tells about:<user> "1 <ttl> <minute>" where the user was offline everywhere. Returns how many came online.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local minute = math.floor(now / 60000)
local came = 0
for _, key in ipairs(KEYS) do
    local others = 0
    local fields = redis.call('HGETALL', key)
    for i = 1, #fields, 2 do
        if string.sub(fields[i], 1, 2) == 'n:' then
            if tonumber(fields[i + 1]) > now then
                others = others + 1
            else
                redis.call('HDEL', key, fields[i])
            end
        end
    end
    redis.call('HSET', key, 'n:' .. ARGV[1], string.format('%.0f', now + ARGV[2]), 'seen', minute)
    redis.call('PEXPIRE', key, ARGV[3])
    if others == 0 then
        came = came + 1
        redis.call('PUBLISH', 'about:' .. string.sub(key, -26), '1 ' .. ARGV[2] .. ' ' .. minute)
    end
end
return came
