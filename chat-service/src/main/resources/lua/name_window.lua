-- KEYS[1]: the window's name. ARGV[1]: a name never used, for a window without one or one that another server named.
-- Answers the name. It begins with the run id of the server that holds it.
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
local name = redis.call('GET', KEYS[1])
if not name or string.sub(name, 1, #run) ~= run then
  name = run .. ':' .. ARGV[1]
  redis.call('SET', KEYS[1], name)
end
return name
