-- Where these users stand, changing nothing.
-- KEYS    registers, as in mark_online
-- Returns for each key: milliseconds for which some node's word still holds (0 = offline), minute of the last sign (-1 = never).
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local answer = {}
for _, key in ipairs(KEYS) do
    local last = 0
    local seen = -1
    local fields = redis.call('HGETALL', key)
    for i = 1, #fields, 2 do
        if fields[i] == 'seen' then
            seen = tonumber(fields[i + 1])
        else
            last = math.max(last, tonumber(fields[i + 1]) - now)
        end
    end
    answer[#answer + 1] = last
    answer[#answer + 1] = seen
end
return answer
