-- Takes this node's word for these users back.
-- KEYS    registers, as in mark_online
-- ARGV    node, how long a register is kept after its last sign (ms), then for each key how long ago (ms) its last socket closed
-- Tells about:<user> "0 0 <minute>" where no other node holds a socket of the user and this node did.
-- Returns for each key: milliseconds for which the user is still online elsewhere (0 = offline), minute of the last sign (-1 = never).
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local answer = {}
for k, key in ipairs(KEYS) do
    local mine = redis.call('HDEL', key, 'n:' .. ARGV[1])
    local last = 0
    local seen = -1
    local fields = redis.call('HGETALL', key)
    for i = 1, #fields, 2 do
        if fields[i] == 'seen' then
            seen = tonumber(fields[i + 1])
        elseif tonumber(fields[i + 1]) > now then
            last = math.max(last, tonumber(fields[i + 1]) - now)
        else
            redis.call('HDEL', key, fields[i])
        end
    end
    if last == 0 and mine == 1 then
        seen = math.floor((now - ARGV[k + 2]) / 60000)
        redis.call('HSET', key, 'seen', seen)
        redis.call('PEXPIRE', key, ARGV[2])
        redis.call('PUBLISH', 'about:' .. string.sub(key, -26), '0 0 ' .. seen)
    end
    answer[#answer + 1] = last
    answer[#answer + 1] = seen
end
return answer
