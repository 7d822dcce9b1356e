-- The load, for wrk. Each request is an address between a head and a tail:
--   new   HEAD TAIL SERIES             addresses that nobody had before, one after the other, of
--                                      people with names and numbers of their own
--   known HEAD TAIL SERIES CUSTOMERS   addresses of customers, anywhere among them
-- A further argument, the number of connections, counts the statuses of the answers and how long
-- those of each status took, which costs wrk much of its speed. Clients then come one after the
-- other, a thousand in a second and all within three, and those that are turned away wait for as
-- long as they were told to.
local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds, nanoseconds; } moment; int clock_gettime(int, moment *);")

-- Spreads addresses over the whole index, as those of people are: a bijection below 10^9, exact
-- as long as the product is below 2^53. The program's own Address says the same.
local function spread(n)
  return 1000000000 + n * 387420489 % 1000000000
end

-- A thousand people of as many letters: an index of names that all are the same costs next to nothing.
local function everybody(head)
  local heads = {}
  for i = 0, 999 do
    local first = syllable(i) .. syllable(i * 7 + math.floor(i / 100))
    local last = syllable(i * 37 + math.floor(i / 100)) .. syllable(i * 61) .. "l"
    heads[i] = head:gsub("Asha", first):gsub("Patel", last)
  end
  return heads
end

local LONGEST_RAMP = 3000
-- By then all clients have come and been answered once.
local SETTLED = 5000

-- Milliseconds, of a clock that only goes forward.
local clock = ffi.new("moment")
local function now()
  ffi.C.clock_gettime(1, clock)
  return tonumber(clock.seconds) * 1000 + math.floor(tonumber(clock.nanoseconds) / 1e6)
end

-- The service sends the name of a request back, which says when it was sent; else wrk tells of none
-- which request it answers.
local function named(request)
  return function()
    return (request():gsub("\r\n", "\r\nX-Request-Id: " .. now() .. "\r\n", 1))
  end
end

-- Milliseconds and how many answers took as long.
local function add(waits, milliseconds)
  waits[milliseconds] = (waits[milliseconds] or 0) + 1
end

local function counting(connections)
  answered, busy, unexplained = 0, 0, 0
  answeredAfter, busyAfter, settledAfter = {}, {}, {}
  local start = now()
  -- wrk asks for the pause of each request in the order in which answers came.
  local pauses, first, last = {}, 1, 0
  function response(status, headers, body)
    local pause, seconds, sent = 0, nil, nil
    for name, value in pairs(headers) do
      local header = name:lower()
      seconds = header == "retry-after" and tonumber(value) or seconds
      sent = header == "x-request-id" and tonumber(value) or sent
    end
    local moment = now()
    local waited = moment - (sent or start)
    if moment - start > SETTLED then
      add(settledAfter, waited)
    end
    if status == 200 then
      answered = answered + 1
      add(answeredAfter, waited)
    elseif status == 503 then
      busy = busy + 1
      add(busyAfter, waited)
      if not seconds then
        unexplained = unexplained + 1
      end
      pause = 1000 * (seconds or 0)
    end
    last = last + 1
    pauses[last] = pause
  end
  local begun, ramp = 0, math.min(LONGEST_RAMP, connections)
  function delay()
    if begun < connections then
      begun = begun + 1
      return math.floor(ramp * begun / connections)
    end
    if first > last then
      return 0
    end
    local pause = pauses[first]
    pauses[first] = nil
    first = first + 1
    return pause
  end
end

function init(args)
  local format, random = string.format, math.random
  local head, tail = args[2], args[3]
  local series = tonumber(args[4]) + id
  if args[1] == "new" then
    local n = 0
    local heads = everybody(head)
    local from, to = tail:find("555-0123", 1, true)
    local before, after = tail:sub(1, from - 1), tail:sub(to + 1)
    function request()
      n = n + 1
      local address = spread(n)
      local line, exchange = address % 10000, math.floor(address / 10000) % 800 + 200
      return format("%s%d.%d%s%d-%04d%s",
        heads[n % 1000], address, series, before, exchange, line, after)
    end
  else
    local customers = tonumber(args[5])
    math.randomseed(os.time() + id)
    function request()
      return format("%s%d.%d%s", head, spread(random(customers)), series, tail)
    end
  end
  if args[6] then
    request = named(request)
    counting(tonumber(args[6]))
  end
end
