-- What all scripts for wrk have in common; each is put behind this one.
local threads = {}

function setup(thread)
  thread:set("id", #threads)
  table.insert(threads, thread)
end

local function syllable(i)
  local consonant, vowel = math.floor(i / 5) % 20 + 1, i % 5 + 1
  return ("bcdfghjklmnprstvwxyz"):sub(consonant, consonant) .. ("aeiou"):sub(vowel, vowel)
end

local function sum(name)
  local total = 0
  for _, thread in ipairs(threads) do
    total = total + (thread:get(name) or 0)
  end
  return total
end

-- Within how many milliseconds which share of the answers came; 0 where none did.
local function waits(name)
  local counts, sorted, all = {}, {}, 0
  for _, thread in ipairs(threads) do
    for milliseconds, count in pairs(thread:get(name) or {}) do
      counts[milliseconds] = (counts[milliseconds] or 0) + count
      all = all + count
    end
  end
  for milliseconds in pairs(counts) do
    table.insert(sorted, milliseconds)
  end
  table.sort(sorted)
  local function within(share)
    local seen = 0
    for _, milliseconds in ipairs(sorted) do
      seen = seen + counts[milliseconds]
      if seen >= share * all then
        return milliseconds
      end
    end
    return 0
  end
  return string.format('{"p50":%d,"p90":%d,"p99":%d}', within(0.5), within(0.9), within(0.99))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"bytes":%.0f,"micros":%.0f,"p50":%.0f,"p90":%.0f,"p99":%.0f,'
      .. '"connect":%d,"read":%d,"write":%d,"status":%d,"timeout":%d,'
      .. '"answered":%d,"busy":%d,"unexplained":%d,'
      .. '"answeredAfter":%s,"busyAfter":%s,"settledAfter":%s}\n',
    summary.requests, summary.bytes, summary.duration,
    latency:percentile(50), latency:percentile(90), latency:percentile(99),
    errors.connect, errors.read, errors.write, errors.status, errors.timeout,
    sum("answered"), sum("busy"), sum("unexplained"),
    waits("answeredAfter"), waits("busyAfter"), waits("settledAfter")))
end
